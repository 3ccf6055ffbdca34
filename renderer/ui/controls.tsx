import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Dialog,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  Popover,
  Select,
  SelectValue,
  Text,
  TextArea,
  TextField,
} from 'react-aria-components';
import { explain } from '../../shared/errors/fascicle-error.ts';
import { useLanguage } from '../state/window-state.ts';
import { WorkbenchError } from '../workbench-client.ts';
import { useSay } from '../words/words.ts';

type ButtonKind = 'plain' | 'bare' | 'main' | 'sealing';

/** A button. `sealing` is red and kept for sealing acts: build, sign, stamp. */
export function Button(props: {
  children: ReactNode;
  onPress: () => void;
  kind?: ButtonKind;
  disabled?: boolean;
  label?: string;
  className?: string;
}) {
  const { children, onPress, kind = 'plain', disabled = false, label, className = '' } = props;
  return (
    <AriaButton
      className={`button ${kind} ${className}`}
      onPress={onPress}
      isDisabled={disabled}
      {...(label !== undefined && { 'aria-label': label })}
    >
      {children}
    </AriaButton>
  );
}

/** A text field with its label; `rows` makes it as many lines high, `secret` hides what is typed, `wrong` says what is wrong with it. */
export function InputField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  placeholder?: string;
  required?: boolean;
  focused?: boolean;
  secret?: boolean;
  wrong?: string | null;
  onBlur?: () => void;
  className?: string;
}) {
  const {
    label,
    value,
    onChange,
    rows,
    placeholder = '',
    required = false,
    focused = false,
    secret = false,
    wrong = null,
    onBlur,
    className = '',
  } = props;
  return (
    <TextField
      className={`field ${className}`}
      value={value}
      onChange={onChange}
      isRequired={required}
      isInvalid={wrong !== null}
      {...(secret && { type: 'password', autoComplete: 'off' })}
      autoFocus={focused}
      {...(onBlur && { onBlur })}
    >
      <Label className="field-label">{label}</Label>
      {rows === undefined ? (
        <Input className="field-input" placeholder={placeholder} />
      ) : (
        <TextArea className="field-input" rows={rows} placeholder={placeholder} />
      )}
      {wrong === null ? null : (
        <Text slot="errorMessage" className="small mark-unsure">
          {wrong}
        </Text>
      )}
    </TextField>
  );
}

/** A thing that is on or off. */
export function CheckField(props: { label: string; on: boolean; set: (on: boolean) => void; disabled?: boolean }) {
  const { label, on, set, disabled = false } = props;
  return (
    <label className="check">
      <input type="checkbox" checked={on} disabled={disabled} onChange={(event) => set(event.target.checked)} /> {label}
    </label>
  );
}

/** A choice of a few. */
export function Choice<T extends string>(props: {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChange: (value: T) => void;
  quiet?: boolean;
}) {
  const { label, value, options, onChange, quiet = false } = props;
  return (
    <Select
      className={quiet ? 'row' : 'field'}
      value={value}
      onChange={(key) => {
        const chosen = options.find(([name]) => name === key);
        if (chosen) onChange(chosen[0]);
      }}
    >
      <Label className="field-label">{label}</Label>
      <AriaButton className="choice-button">
        <SelectValue /> <span aria-hidden="true">▾</span>
      </AriaButton>
      <Popover className="popover">
        <ListBox>
          {options.map(([name, words]) => (
            <ListBoxItem key={name} id={name} textValue={words} className="option">
              {words}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}

/** A sheet over the window. Escape and a press outside close it. */
export function ModalSheet(props: {
  title: string;
  hideTitle?: boolean;
  wide?: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const { title, hideTitle = false, wide = false, onClose, children } = props;
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className={`sheet ${wide ? 'wide' : ''}`}>
        <Dialog aria-label={title}>
          {hideTitle ? null : <h1>{title}</h1>}
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** How far something is; `of` null where the end is not known. */
export function Progress({ label, done, of }: { label: string; done: number; of: number | null }) {
  const part = of === null || of === 0 ? 0 : Math.min(1, done / of);
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={of ?? 1}
      {...(of !== null && { 'aria-valuenow': done })}
    >
      <div className="progress-fill" style={{ width: `${part * 100}%` }} />
    </div>
  );
}

/** What to do where there is nothing yet. */
export function Empty({ title, next, children }: { title: string; next?: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {next === undefined ? null : <p>{next}</p>}
      {children}
    </div>
  );
}

/** An error: what happened, what became of the evidence, what to do next, in the language that the window speaks now. */
export function Trouble({ error }: { error: Error }) {
  const say = useSay();
  const language = useLanguage();
  const words = error instanceof WorkbenchError ? explain(error.code, error.params, language) : null;
  return (
    <div className="trouble" role="alert">
      <strong>{words?.message ?? error.message}</strong>
      {words ? (
        <dl>
          <dt className="soft">{say('evidenceIs')}</dt>
          <dd>{words.evidence}</dd>
          <dt className="soft">{say('nextIs')}</dt>
          <dd>{words.next}</dd>
        </dl>
      ) : null}
    </div>
  );
}
