import type { ReactNode } from 'react';
import { PersonShape, PhoneShape, Place, SmallCardShape, StoreTerminalShape } from './shapes';

/** Where the errand is done; `none`: there is nothing to do. */
export type ResultChannel = 'online' | 'post' | 'counter' | 'convenience-store' | 'none';

const pictures: Readonly<Record<ResultChannel, () => ReactNode>> = {
  online: PhoneWithCheck,
  post: LetterAndPostBox,
  counter: Counter,
  'convenience-store': StoreTerminalShape,
  none: Rest,
};

/** The picture of an advice, in the frame of the card and the reader. */
export function ResultDrawing({ channel, label }: { channel: ResultChannel; label: string }) {
  const Picture = pictures[channel];
  return (
    <svg className="drawing" viewBox="0 0 480 400" role="img" aria-label={label}>
      <Picture />
    </svg>
  );
}

function PhoneWithCheck() {
  return (
    <>
      <Place x={240} y={200} scale={1.3}>
        <PhoneShape />
      </Place>
      <circle className="drawing-card-face" cx="240" cy="158" r="54" />
      <path className="drawing-check" d="m215 160 18 18 34-34" />
      <path d="M192 252h96M192 284h96M192 316h54" />
    </>
  );
}

function LetterAndPostBox() {
  return (
    <>
      <path className="drawing-device" d="M324 316h60v56h-60z" />
      <path className="drawing-post-box" d="M254 320V88c0-36 22-58 58-58h84c36 0 58 22 58 58v232z" />
      <path d="M18 374h450" />
      <rect className="drawing-device" x="280" y="110" width="148" height="30" rx="8" />
      <path d="M326 192h56M326 214h56M354 214v44" />
      <rect className="drawing-paper" x="18" y="78" width="142" height="96" rx="10" />
      <path d="m22 84 67 52 67-52" />
      <path className="drawing-arrow" d="M176 126h54m-24-24 24 24-24 24" />
    </>
  );
}

function Counter() {
  return (
    <>
      <rect className="drawing-screen" x="76" y="28" width="328" height="262" rx="16" />
      <Place x={306} y={116} scale={1.15}>
        <PersonShape />
      </Place>
      <Place x={158} y={228}>
        <SmallCardShape />
      </Place>
      <rect className="drawing-device" x="76" y="296" width="328" height="84" />
      <rect className="drawing-card-face" x="40" y="266" width="400" height="32" rx="10" />
    </>
  );
}

function Rest() {
  return (
    <>
      <circle className="drawing-device" cx="240" cy="190" r="130" />
      <path className="drawing-check" d="m180 192 42 42 80-80" />
      <path d="M120 372h240" />
    </>
  );
}
