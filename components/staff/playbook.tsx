'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Switch } from '@/components/ui/switch';
import { Furigana } from '@/components/visit/furigana';
import { StageHeading } from '@/components/visit/stage-heading';
import { Link } from '@/lib/i18n/navigation';
import { keyed, up } from '@/lib/playbook/keys';
import { nodes, type Trail, top } from '@/lib/playbook/tree';
import { PlaybookNodeView } from './playbook-node-view';
import { addressOf, currentTrail, open, useSamePageInOtherLanguage, useTrail } from './playbook-place';
import { PlaybookTrail } from './playbook-trail';

/** Something lies over the page and takes the keys. */
export const isCovered = (): boolean => {
  // A browser that does not know the selector has no popovers either, and throws.
  const open = CSS.supports('selector(:popover-open)') ? ':popover-open, dialog[open]' : 'dialog[open]';
  return document.querySelector(open) !== null;
};

/** Digits choose, and the way back goes up. */
export const usePlaybookKeys = (withDigits: boolean): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const id = event.defaultPrevented || isCovered() ? null : keyed(event, currentTrail(), withDigits);
      if (id === null) return;
      event.preventDefault();
      open(id);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [withDigits]);
};

/** For staff: what to say, do and hand out, a few keys away. It neither shows nor keeps anything of a visitor. */
export function Playbook() {
  const t = useTranslations('Playbook');
  const trail = useTrail();
  const [withDigits, setWithDigits] = useState(true);
  const id = trail.at(-1) ?? top;
  usePlaybookKeys(withDigits);
  useSamePageInOtherLanguage(useLocale());
  useEffect(() => {
    if (nodes[id] !== undefined) window.scrollTo(0, 0);
  }, [id]);

  return (
    <>
      <main className="frame-main playbook" data-node={id}>
        <PlaybookTrail trail={trail} />
        <StageHeading key={id}>
          <Furigana>{id === top ? t('title') : t(`titles.${id}`)}</Furigana>
        </StageHeading>
        <PlaybookNodeView id={id} withDigits={withDigits} />
      </main>
      <footer className="frame-foot playbook-foot">
        <PlaybookBack trail={trail} withDigits={withDigits} />
        <Switch isOn={withDigits} onClick={() => setWithDigits(!withDigits)}>
          <span>
            <Furigana>{t('digits')}</Furigana>
          </span>
          <span className="ui-switch-state">{withDigits ? t('on') : t('off')}</span>
        </Switch>
        <Link href="/staff/sources" className="playbook-link">
          <Furigana>{t('toSources')}</Furigana>
        </Link>
      </footer>
    </>
  );
}

/** Keeps its place at the top, where there is nothing to go back to. */
function PlaybookBack({ trail, withDigits }: { trail: Trail; withDigits: boolean }) {
  const t = useTranslations('Playbook');
  const before = up(trail);
  if (before === null) return <span className="playbook-back" />;
  return (
    <a
      href={addressOf(before)}
      className="ui-button playbook-back"
      data-variant="secondary"
      aria-keyshortcuts={withDigits ? '0 Backspace Escape' : 'Backspace Escape'}
    >
      <kbd>{withDigits ? '0' : 'Esc'}</kbd>
      <span>
        <Furigana>{t('back')}</Furigana>
      </span>
    </a>
  );
}
