'use client';

import type { Guide } from '@/lib/advice/guide';
import type { Setting } from '@/lib/advice/visit';
import { toTakeAway } from '@/lib/facts/take-away';
import { type HomeAddress, useHomeAddress } from '../home-address';

/** Opens this visit again. */
export const useTakeAway = ({ facts }: Guide, { now }: Setting): HomeAddress =>
  useHomeAddress(`/guide#${toTakeAway(facts, now.day)}`);
