import type { ComponentProps } from 'react';

type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  variant: 'primary' | 'secondary' | 'quiet';
  /** Use `aria-disabled`: a disabled button leaves the tab order and cannot say why. */
  disabled?: never;
};

export function Button({ variant, className = '', type = 'button', onClick, ...rest }: ButtonProps) {
  const isBlocked = rest['aria-disabled'] === true || rest['aria-disabled'] === 'true';
  return (
    <button
      {...rest}
      type={type}
      data-variant={variant}
      className={`ui-button ${className}`}
      onClick={isBlocked ? undefined : onClick}
    />
  );
}
