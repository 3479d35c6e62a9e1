'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Switch } from '@/components/ui/switch';
import { Furigana } from '@/components/visit/furigana';

const shortcuts = [
  ['↑ ↓', 'move'],
  ['Enter', 'claim'],
  ['C', 'oldest'],
  ['H', 'help'],
  ['R', 'release'],
  ['O', 'handOver'],
  ['S', 'show'],
  ['M', 'say'],
  ['E', 'end'],
  ['P', 'fitting'],
  ['1–9', 'choose'],
  ['0', 'up'],
  ['B', 'bell'],
  ['?', 'list'],
] as const;

interface ShortcutsDialogProps {
  isOpen: boolean;
  onClose: () => void;
  withLetters: boolean;
  onSwitch: () => void;
}

export function ShortcutsDialog({ isOpen, onClose, withLetters, onSwitch }: ShortcutsDialogProps) {
  const t = useTranslations('StaffKeys');
  const titleId = useId();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} aria-labelledby={titleId} className="desk-dialog">
      <h2 id={titleId} className="dialog-title">
        <Furigana>{t('title')}</Furigana>
      </h2>
      <dl className="desk-keys">
        {shortcuts.map(([key, name]) => (
          <div key={name}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>
              <Furigana>{t(name)}</Furigana>
            </dd>
          </div>
        ))}
      </dl>
      <Switch isOn={withLetters} onClick={onSwitch}>
        <span>
          <Furigana>{t('switch')}</Furigana>
        </span>
        <span className="ui-switch-state">{withLetters ? t('on') : t('off')}</span>
      </Switch>
      <Button variant="primary" className="dialog-close" onClick={onClose}>
        <Furigana>{t('close')}</Furigana>
      </Button>
    </Dialog>
  );
}
