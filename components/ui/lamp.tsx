import type { ComponentProps } from 'react';

export type LampState = 'fine' | 'attention' | 'stopped' | 'unknown';

/** Each state has a shape of its own, so that none depends on colour. */
const shapes: Readonly<Record<LampState, React.ReactNode>> = {
  fine: <circle cx="16" cy="16" r="13" fill="currentColor" />,
  attention: <path d="M16 2.5 30.5 28h-29z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />,
  stopped: <rect x="3.5" y="3.5" width="25" height="25" rx="2" fill="currentColor" />,
  unknown: <circle cx="16" cy="16" r="11" fill="none" stroke="currentColor" strokeWidth="4" />,
};

type LampProps = Omit<ComponentProps<'span'>, 'children'> & { state: LampState; label: React.ReactNode };

/** A lamp: shape, word and colour say the same thing. */
export function Lamp({ state, label, className = '', ...rest }: LampProps) {
  return (
    <span {...rest} data-lamp={state} className={`ui-lamp ${className}`}>
      <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false" className="ui-lamp-shape">
        {shapes[state]}
      </svg>
      <span className="ui-lamp-word">{label}</span>
    </span>
  );
}
