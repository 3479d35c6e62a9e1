import type { ComponentProps } from 'react';

type SwitchProps = Omit<ComponentProps<'button'>, 'role' | 'aria-checked' | 'type'> & { isOn: boolean };

export function Switch({ isOn, className = '', ...rest }: SwitchProps) {
  return <button {...rest} type="button" role="switch" aria-checked={isOn} className={`ui-switch ${className}`} />;
}
