import { type ReactNode, useId } from 'react';

export interface FieldProps {
  /** The API's name of the field, to which its error messages lead. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly problems: readonly string[] | undefined;
  readonly onChange: (value: string) => void;
  readonly isLong?: boolean;
  /** Options make it a select. */
  readonly children?: ReactNode;
}

/** A labelled field whose hint and messages are tied to it. */
export function Field({
  name,
  label,
  hint,
  value,
  problems,
  onChange,
  isLong = false,
  children,
}: FieldProps): ReactNode {
  const isWrong = problems !== undefined && problems.length > 0;
  const id = useId();
  const shared = {
    id,
    name,
    value,
    onChange: ({ target }: { target: { value: string } }) => {
      onChange(target.value);
    },
    'aria-invalid': isWrong,
    'aria-describedby':
      [hint && `${id}-hint`, isWrong && `${id}-problem`].filter(Boolean).join(' ') || undefined,
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children === undefined ? (
        isLong ? (
          <textarea rows={4} dir="auto" {...shared} />
        ) : (
          <input autoComplete="off" dir="auto" {...shared} />
        )
      ) : (
        <select {...shared}>{children}</select>
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="muted">
          {hint}
        </p>
      )}
      {isWrong && (
        <p id={`${id}-problem`} className="field-problem">
          {label} {problems.join(', ')}
        </p>
      )}
    </div>
  );
}
