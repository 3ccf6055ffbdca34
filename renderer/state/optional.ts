/** With the field, or without it: an emptied optional field is no field, so that no bundle prints an empty text by accident. */
export function withOptional<T extends object, K extends keyof T>(whole: T, name: K, value: T[K] | undefined): T {
  const rest = Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name)) as T; // an optional field is left out
  return value === undefined ? rest : { ...rest, [name]: value };
}
