'use client';

import { useTranslations } from 'next-intl';
import { Furigana } from '@/components/visit/furigana';
import { keyOf } from '@/lib/playbook/keys';
import { type NodeId, nodes, top } from '@/lib/playbook/tree';
import { addressOf } from './playbook-place';

interface PlaybookChoicesProps {
  ids: readonly NodeId[];
  withDigits: boolean;
}

/** Where to go from here: by key, mouse, finger or voice. Links, as each page has its address. */
export function PlaybookChoices({ ids, withDigits }: PlaybookChoicesProps) {
  const t = useTranslations('Playbook');
  return (
    <ol className="playbook-choices">
      {ids.map((id, index) => (
        <li key={id}>
          <a
            href={addressOf(id)}
            className="playbook-choice"
            data-kind={nodes[id].kind}
            aria-keyshortcuts={withDigits ? keyOf(index) : undefined}
          >
            <kbd data-off={withDigits ? undefined : ''}>{keyOf(index)}</kbd>
            <span>
              <Furigana>{id === top ? t('title') : t(`titles.${id}`)}</Furigana>
            </span>
          </a>
        </li>
      ))}
    </ol>
  );
}
