import { expect, it } from 'vitest';
import { checkPassword, hashPassword, judgePassword, longest } from './password.ts';

it('a hash says how it was made, and is another one each time', async () => {
  const [one, other] = await Promise.all([hashPassword('four lanterns'), hashPassword('four lanterns')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(one).not.toBe(other);
  expect(await checkPassword('four lanterns', one)).toEqual({ isRight: true, isOld: false });
  expect(await checkPassword('five lanterns', one)).toEqual({ isRight: false, isOld: false });
});

it('nobody signs in without a hash, whatever they type', async () => {
  expect((await checkPassword('', undefined)).isRight).toBe(false);
});

it('the same letters are the same password, from whatever keyboard', async () => {
  const hash = await hashPassword('ガギグゲゴ to the river side');
  expect((await checkPassword('ｶﾞｷﾞｸﾞｹﾞｺﾞ to the river side'.normalize('NFD'), hash)).isRight).toBe(true);
});

it('a known vector of Argon2id is what this makes too', async () => {
  // From the reference implementation (phc-winner-argon2, src/test.c): 64 MiB, 2 passes, 1 lane.
  const vector = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
  expect(await checkPassword('password', vector)).toEqual({ isRight: true, isOld: false });
});

it.each([
  ['four lanterns!', 'passwordTooShort'],
  ['あいうえおかきくけこさしす', 'passwordTooShort'],
  ['x'.repeat(longest + 1), 'passwordTooLong'],
  ['aaaaaaaaaaaaaaaaaaaa', 'passwordTooCommon'],
  ['abcabcabcabcabcabc', 'passwordTooCommon'],
  ['123456789012345', 'passwordTooCommon'],
  ['987654321098765', 'passwordTooCommon'],
  ['qwertyuiopasdfg', 'passwordTooCommon'],
  ['1qaz2wsx3edc4rfv', 'passwordTooCommon'],
  ['passwordpassword', 'passwordTooCommon'],
  ['P@ssw0rd-P@ssw0rd', 'passwordTooCommon'],
  ['Password12345678', 'passwordTooCommon'],
  ['kazasu kazasu 2026!', 'passwordTooCommon'],
  ['MyNumberCard2026!', 'passwordTooCommon'],
  ['マイナンバーカードパスワード２０２６', 'passwordTooCommon'],
  ['correct horse battery staple', 'passwordTooCommon'],
  ['tanaka-tanaka-1234', 'passwordTooCommon'],
] as const)('%s is refused: %s', (password, mistake) => {
  expect(judgePassword(password, 'tanaka')).toBe(mistake);
});

it.each([
  ['four lanterns by the river'],
  ['川のそばの四つの小さな提灯と月'],
  ['zzzz yyyy xxxx wwww quiet'],
  ['0000 1111 owl 2222 3333 barn'],
  ['x4KqP!'.repeat(3) + 'longer'.repeat(10)],
  ['correct horse battery staple by the sea'],
])('%s will do: no kind of character is asked for', (password) => {
  expect(judgePassword(password, 'tanaka')).toBeNull();
});

it('64 characters and more are allowed', () => {
  expect(judgePassword(`${'the tide comes in, '.repeat(4)}twice a day`, 'tanaka')).toBeNull();
  expect(judgePassword(`${'the tide comes in and goes out '.repeat(4)}!!!!`, 'tanaka')).toBeNull();
});
