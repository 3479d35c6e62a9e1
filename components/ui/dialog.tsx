'use client';

import { type ComponentProps, useEffect, useRef } from 'react';

type DialogProps = Omit<ComponentProps<'dialog'>, 'open' | 'ref'> & {
  isOpen: boolean;
  /** Whoever is in front of it has closed it; not told when `isOpen` has. */
  onClose?: () => void;
};

/** A native modal dialog: focus stays inside, Escape closes it and focus returns to where it was. */
export function Dialog({ isOpen, onClose, className = '', ...rest }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const dialog = ref.current;
    if (dialog === null || dialog.open === isOpen) return;
    if (isOpen) dialog.showModal();
    else dialog.close();
  }, [isOpen]);

  const onCloseEvent = (): void => {
    if (isOpen) onClose?.();
  };
  return <dialog {...rest} ref={ref} onClose={onCloseEvent} className={`ui-dialog ${className}`} />;
}
