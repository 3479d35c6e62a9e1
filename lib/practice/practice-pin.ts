/**
 * Typing a PIN without typing one: the practice PIN stands on the screen, and of what is pressed only how many of its
 * characters were right is kept.
 */
export const practicePinNames = ['authentication', 'signature'] as const;
export type PracticePinName = (typeof practicePinNames)[number];

/** 利用者証明用: four digits. 署名用: capital letters and digits, 6 to 16 (facts.md section 1.1). */
export const practicePins: Readonly<Record<PracticePinName, string>> = {
  authentication: '4071',
  signature: 'SORA29',
};

/** The keys for each, in rows. */
export const practiceKeys: Readonly<Record<PracticePinName, readonly string[]>> = {
  authentication: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'],
  signature: [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'],
};

export interface Entry {
  readonly pin: PracticePinName;
  /** How many of its characters have been typed. */
  readonly right: number;
  /** How many others were pressed since the last right one. What they were is not kept. */
  readonly wrong: number;
}

export const newEntry = (pin: PracticePinName): Entry => ({ pin, right: 0, wrong: 0 });

export const isEntered = ({ pin, right }: Entry): boolean => right === practicePins[pin].length;

/** @param key - one character; small letters count, as a keyboard with them is not what is practised */
export const pressKey = (entry: Entry, key: string): Entry => {
  if (isEntered(entry)) return entry;
  const isRight = practicePins[entry.pin][entry.right] === key.toUpperCase();
  return isRight ? { ...entry, right: entry.right + 1, wrong: 0 } : { ...entry, wrong: entry.wrong + 1 };
};
