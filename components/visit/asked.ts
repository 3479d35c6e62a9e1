import { isAsking, isFading, type Visit } from '@/lib/reader/stage';
import { practiceVisit, readerVisit } from './visit-store';

/** Whether the screen asks if anybody is still there: it is about to erase what a visitor has done. Stores at home never come so far (visit-keeper.tsx). */
export const isAsked = (reader: Visit, practice: Visit): boolean =>
  isAsking(reader) || isFading(reader) || isAsking(practice);

export const isAskedNow = (): boolean => isAsked(readerVisit.get(), practiceVisit.get());
