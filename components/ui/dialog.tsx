'use client';

import { type ComponentProps, type SyntheticEvent, useEffect, useLayoutEffect, useRef } from 'react';

type DialogProps = Omit<ComponentProps<'dialog'>, 'open' | 'ref' | 'onCancel'> & {
  isOpen: boolean;
  /** Whoever is in front of it has closed it; not told when `isOpen` has. */
  onClose?: () => void;
};

/** A native modal dialog: focus stays inside, Escape closes it and focus returns to where it was. One inside another closes itself only. */
export function Dialog({ isOpen, onClose, className = '', ...rest }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const dialog = ref.current;
    if (dialog === null || dialog.open === isOpen) return;
    if (isOpen) dialog.showModal();
    else dialog.close();
  }, [isOpen]);
  // One that is taken away while it is open would take the focus with it.
  useLayoutEffect(() => {
    const dialog = ref.current;
    return () => dialog?.close();
  }, []);

  // Told at once: the browser says with the next frame only that it has closed, and by then somebody may have opened it again.
  const onCancel = ({ target, currentTarget }: SyntheticEvent<HTMLDialogElement>): void => {
    if (isOpen && target === currentTarget) onClose?.();
  };
  const onCloseEvent = ({ target, currentTarget }: SyntheticEvent<HTMLDialogElement>): void => {
    if (isOpen && target === currentTarget && !currentTarget.open) onClose?.();
  };
  return <dialog {...rest} ref={ref} onCancel={onCancel} onClose={onCloseEvent} className={`ui-dialog ${className}`} />;
}
