'use client';

import { useTranslations } from 'next-intl';
import { Furigana } from '@/components/visit/furigana';
import { type NodeId, nodes } from '@/lib/playbook/tree';
import { PlaybookChoices } from './playbook-choices';
import { PlaybookPage } from './playbook-page';

/** What is below the title of a node: a menu to choose from, or a page. */
export function PlaybookNodeView({ id, withDigits }: { id: NodeId; withDigits: boolean }) {
  const t = useTranslations('Playbook');
  const node = nodes[id];
  if (node.kind === 'page') return <PlaybookPage page={node} withDigits={withDigits} />;
  return (
    <>
      <p className="playbook-lead">
        <Furigana>{t('lead')}</Furigana>
      </p>
      <PlaybookChoices ids={node.entries} withDigits={withDigits} />
    </>
  );
}
