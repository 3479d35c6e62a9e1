'use client';

import type { HandOut } from '@/lib/playbook/node';
import { useSurface } from '../place';
import { useLaterHelp } from './use-later-help';

/** What a call for staff needs behind every screen. @param titles - of what staff can show, in this language */
export function HelpDesk({ titles }: { titles: Readonly<Record<HandOut, string>> }) {
  const later = useLaterHelp();
  const surface = useSurface();
  return later === null || surface === undefined ? null : <later.HelpSheets surface={surface} titles={titles} />;
}
