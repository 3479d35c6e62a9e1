import { splitReadings } from '@/lib/i18n/furigana';

/** A message with its readings (lib/i18n/furigana.ts) as `<ruby>`. */
export function Furigana({ children }: { children: string }) {
  return splitReadings(children).map(({ text, reading }, index) =>
    reading === null ? (
      text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs of one message never change places
      <ruby key={index}>
        {text}
        {/* A voice reads the kanji and should not say them twice. */}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing can focus an rt */}
        <rt aria-hidden="true">{reading}</rt>
      </ruby>
    ),
  );
}
