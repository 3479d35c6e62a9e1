/** What somebody copied from a screen, brought to one spelling. */
import { foldText } from '../phone/search-words.ts';

const numbers = [
  // Telephone numbers, postal codes, days.
  String.raw`\d{2,4}-\d{2,4}-\d{3,4}`,
  String.raw`\d{3}-\d{4}`,
  String.raw`\d{4}[/.]\d{1,2}[/.]\d{1,2}`,
  String.raw`\d+(?:[.,]\d+)* ?(?:円|回|年|月|日|時|分|秒|歳|才|人|名|件|枚|つ|%|か月|ヶ月|丁目|番地|階)`,
];
/** What has digits and is no code. (Safari knows `(?<!…)` since 16.4 only.) */
const quantities = new RegExp(`(^|[^0-9a-z-])(?:${numbers.join('|')})(?![0-9a-z])`, 'gi');

/** Between the parts of a code these are hyphens, however they were read: `EI123一2008`, `EI123ー2008`. */
const hyphens = /([0-9a-z]) ?[一ー―─丨] ?(?=[0-9a-z])/gi;

/**
 * The Latin words and numbers of a text, a list for each stretch that nothing Japanese parts: what may be a code, or the
 * pieces of one. Lower case, no hyphens within a word.
 */
export const latinStretches = (text: string): readonly (readonly string[])[] => {
  const plain = text.normalize('NFKC').replace(quantities, '$1。').replace(hyphens, '$1-').replaceAll('|', '1');
  return foldText(plain.replaceAll('。', ' ん '))
    .split(/[^ a-z0-9]+/)
    .map((stretch) => stretch.split(' ').filter((word) => word !== ''))
    .filter((words) => words.length > 0);
};

/** One letter for those that photos and tired eyes mix up. */
export const foldLookAlikes = (code: string): string =>
  code
    .replace(/[oq]/g, '0')
    .replace(/[il]/g, '1')
    .replaceAll('z', '2')
    .replaceAll('s', '5')
    .replaceAll('b', '8')
    .replaceAll('g', '9');

/** Kanji that look like kana, as kana: only to compare, so it does not matter which of them was meant. */
const kanaLikeKanji: Readonly<Record<string, string>> = {
  一: 'ー',
  二: 'ニ',
  三: 'ミ',
  八: 'ハ',
  力: 'カ',
  口: 'ロ',
  夕: 'タ',
  工: 'エ',
  千: 'チ',
  卜: 'ト',
};
const alikeKanji = new RegExp(`[${Object.keys(kanaLikeKanji).join('')}]`, 'g');

/** "残り2回", "残り二回" and "残り○回" are one sentence. */
const counts = /[0-9○〇◯●一二三四五六七八九十]+ ?(?=回|かい|カイ)/g;
const anyCount = '某';

const voicingMarks = /[\u3099\u309a]/g;

/** Words that every report of an error has. */
const saysNothing = /えら(?:こと)?|(?:か|と|って)?(?:表示され|出)(?:まし|てい|てき)?(?:た|て|ます|る)/g;

/**
 * A sentence with everything left out that is easily mistaken: as `foldText`, and without the marks of が and ぱ, kanji that
 * look like kana, numbers of tries, and words that every error has.
 */
export const foldSentence = (text: string): string => {
  const counted = text.normalize('NFKC').replace(counts, anyCount);
  return foldText(counted.replace(alikeKanji, (kanji) => kanaLikeKanji[kanji] ?? kanji))
    .normalize('NFD')
    .replace(voicingMarks, '')
    .replace(saysNothing, ' ')
    .trim();
};
