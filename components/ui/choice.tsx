import type { ComponentProps } from 'react';

type ChoiceProps = Omit<ComponentProps<'input'>, 'type'>;

/** One of several: a native radio button that fills its whole label. */
export function Choice({ children, className = '', ...rest }: ChoiceProps) {
  return (
    <label className={`ui-choice ${className}`}>
      <input {...rest} type="radio" className="ui-choice-input" />
      <span className="ui-choice-label">{children}</span>
    </label>
  );
}
