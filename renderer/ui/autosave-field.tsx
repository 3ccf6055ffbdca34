import { useState } from 'react';
import { InputField } from './controls.tsx';

/** A field that is written when one leaves it. */
export function AutosaveField(props: {
  label: string;
  value: string;
  placeholder?: string;
  rows?: number;
  save: (value: string) => void;
}) {
  const { label, value, placeholder = '', rows = 1, save } = props;
  const [text, setText] = useState(value);
  return (
    <InputField
      label={label}
      value={text}
      onChange={setText}
      placeholder={placeholder}
      {...(rows > 1 && { rows })}
      onBlur={() => {
        if (text !== value) save(text);
      }}
    />
  );
}
