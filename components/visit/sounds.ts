/**
 * Three sounds that belong together, made on the spot. `found` climbs and stops on the leading note, so it asks to wait; `working`
 * breathes; only `done` settles on the chord both lead to. `remind` calls for a card left behind.
 */

export type Note = { readonly hz: number; readonly at: number; readonly lasts: number; readonly volume: number };

const c5 = 523.25;
const e5 = 659.26;
const g4 = 392;
const g5 = 783.99;
const a5 = 880;
const b5 = 987.77;
const c6 = 1046.5;

const found: readonly Note[] = [
  { hz: g5, at: 0, lasts: 0.09, volume: 0.16 },
  { hz: b5, at: 0.1, lasts: 0.12, volume: 0.16 },
];
const working: readonly Note[] = [{ hz: g4, at: 0, lasts: 0.35, volume: 0.05 }];
const done: readonly Note[] = [
  { hz: c5, at: 0, lasts: 1.4, volume: 0.14 },
  { hz: e5, at: 0.07, lasts: 1.4, volume: 0.12 },
  { hz: g5, at: 0.14, lasts: 1.4, volume: 0.12 },
  { hz: c6, at: 0.21, lasts: 1.5, volume: 0.1 },
];
const call = (at: number, volume: number): Note[] => [
  { hz: a5, at, lasts: 0.22, volume },
  { hz: e5, at: at + 0.26, lasts: 0.4, volume },
];

/** For staff: a visitor asks for them. It rises twice, like somebody who asks, and none of the sounds of a card does. */
const ring: readonly Note[] = [
  { hz: c5, at: 0, lasts: 0.18, volume: 0.16 },
  { hz: a5, at: 0.16, lasts: 0.3, volume: 0.16 },
  { hz: c5, at: 0.6, lasts: 0.18, volume: 0.16 },
  { hz: a5, at: 0.76, lasts: 0.5, volume: 0.16 },
];

let context: AudioContext | undefined;

export const play = (notes: readonly Note[]): void => {
  context ??= new AudioContext();
  const { currentTime, destination } = context;
  for (const { hz, at, lasts, volume } of notes) {
    const oscillator = new OscillatorNode(context, { type: 'triangle', frequency: hz });
    const gain = new GainNode(context, { gain: 0 });
    const start = currentTime + at;
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(volume, start + 0.015);
    gain.gain.exponentialRampToValueAtTime(0.0001, start + lasts);
    oscillator.connect(gain).connect(destination);
    oscillator.start(start);
    oscillator.stop(start + lasts);
  }
};

export const playFound = (): void => play(found);
export const playWorking = (): void => play(working);
export const playDone = (): void => play(done);
export const playRing = (): void => play(ring);

/** The same call, once to three times and a little louder each time. */
export const playReminder = (insistence: 1 | 2 | 3): void =>
  play(Array.from({ length: insistence }, (_, turn) => call(turn * 0.8, 0.1 + insistence * 0.04)).flat());

const wake = (): void => {
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume();
};

/** Browsers keep sound off until somebody touches the page. What the touch is for comes first: opening the sound takes long. */
export const allowSound = (): void => {
  if (context?.state !== 'running') requestAnimationFrame(() => setTimeout(wake));
};
