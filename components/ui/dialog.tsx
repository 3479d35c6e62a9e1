'use client';

import { type ComponentProps, useEffect, useRef } from 'react';

type DialogProps = Omit<ComponentProps<'dialog'>, 'open' | 'ref'> & { isOpen: boolean };

/** A native modal dialog: focus stays inside, Escape closes it and focus returns to where it was. */
export function Dialog({ isOpen, className = '', ...rest }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const dialog = ref.current;
    if (dialog === null || dialog.open === isOpen) return;
    if (isOpen) dialog.showModal();
    else dialog.close();
  }, [isOpen]);

  return <dialog {...rest} ref={ref} className={`ui-dialog ${className}`} />;
}
