/**
 * Readings inside messages, in the notation of Aozora Bunko: `暗証番号《あんしょうばんごう》`. A reading belongs to the kanji
 * directly before it; `｜` marks an earlier beginning, as in `｜1日《ついたち》`. The notation survives ICU arguments, so a name
 * with a reading can be put into a sentence.
 */

/** A stretch of text; `reading` is `null` where nothing is written above it. */
export interface Run {
  readonly text: string;
  readonly reading: string | null;
}

const notation = /(?:｜([^｜《》]+)|([\p{Script=Han}々〆ヶ]+))《([^《》]+)》/gu;

/** Splits a message into runs with and without a reading. */
export const splitReadings = (message: string): Run[] => {
  const runs: Run[] = [];
  let at = 0;
  for (const match of message.matchAll(notation)) {
    const [whole, marked, kanji, reading] = match;
    if (match.index > at) runs.push({ text: message.slice(at, match.index), reading: null });
    runs.push({ text: marked ?? kanji ?? '', reading: reading ?? '' });
    at = match.index + whole.length;
  }
  if (at < message.length) runs.push({ text: message.slice(at), reading: null });
  return runs;
};

/** The message without its readings: for attributes, titles and announcements. */
export const withoutReadings = (message: string): string => message.replace(notation, '$1$2');
