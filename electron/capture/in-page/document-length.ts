// This function runs inside the captured page, in a world of its own. It is sent as text: nothing from outside.

/** Characters that the document has when it is serialised, its visible text included. */
export function documentLength(): number {
  return document.documentElement.outerHTML.length + document.documentElement.textContent.length;
}
