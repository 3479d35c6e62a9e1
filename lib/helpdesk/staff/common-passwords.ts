/**
 * Passwords that many people think of. From fifteen characters on, those are lines of keys, repetitions, well-known words
 * and the name of the service, so a short list and a few shapes say it.
 */
const words = [
  'administrator',
  'changeme',
  'correcthorsebatterystaple',
  'hello',
  'iloveyou',
  'kazasu',
  'letmein',
  'mynumber',
  'mynumbercard',
  'password',
  'passwort',
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  'zxcvbnm',
  'secret',
  'shiyakusho',
  'staff',
  'sunshine',
  'welcome',
  'yakusho',
  'yakuba',
  'かざす',
  'カザス',
  'パスワード',
  'ぱすわーど',
  'マイナンバー',
  'マイナンバーカード',
  '個人番号カード',
  '市役所',
  '区役所',
  '役場',
];

/** Lines of keys, forwards and backwards, as long as a finger likes. */
const lines = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyzabcdefghij',
  'qwertyuiopasdfghjklzxcvbnmqwertyuiop',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
  'あいうえおかきくけこさしすせそたちつてとなにぬねの',
].flatMap((line) => [line, [...line].reverse().join('')]);

const letters = (text: string): string => text.toLowerCase().replace(/[\s\p{P}\p{S}]/gu, '');
/** `p@ssw0rd` is no other word. */
const unleet = (text: string): string =>
  text.replace(/[@4]/g, 'a').replace(/0/g, 'o').replace(/[1!]/g, 'i').replace(/3/g, 'e').replace(/[$5]/g, 's');

/** The shortest piece of which the text is made by repetition. */
const period = (text: string): number => (text.length === 0 ? 0 : (text + text).indexOf(text, 1));

/** What stays of a text when known words and digits are taken out of it. */
const withoutWords = (text: string, known: readonly string[]): string =>
  [...known]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, word) => rest.replaceAll(word, ''), text)
    .replace(/\d/g, '');

/** Fewer characters of one's own than this make no password. */
const ownAtLeast = 5;

/** @param login - the account's own sign-in name, which everybody can guess */
export const isCommon = (password: string, login: string): boolean => {
  const text = letters(password);
  // A piece of up to six characters, again and again.
  if (period(text) <= 6 && period(text) < text.length) return true;
  if (text.length < ownAtLeast) return true;
  if (lines.some((line) => (line + line).includes(text))) return true;
  const known = [...words, letters(login)].filter((word) => word.length >= 2);
  return [text, unleet(password.toLowerCase()).replace(/[\s\p{P}\p{S}]/gu, '')].some(
    (each) => [...withoutWords(each, known)].length < ownAtLeast,
  );
};
