import { CardShape } from '../card-shape';
import { BigPhone, PinBoxes, QuestionMark } from '../phone/phone-shapes';
import { CheckSign, CrossSign, PadlockShape, PhoneShape, Place } from '../shapes';
import { EntryBoxes, Glyph } from './entry-boxes';
import { SmallCross } from './pin-shapes';

/** One long, with letters; three short. */
export function FourPins() {
  return (
    <>
      <path d="M190 200h18M228 62h-20v276h20M208 154h20M208 246h20" />
      <Place x={102} y={200} scale={0.88}>
        <CardShape />
      </Place>
      <EntryBoxes x={348} y={62} signs="A1A1A1" width={34} height={54} />
      {[154, 246, 338].map((y) => (
        <EntryBoxes key={y} x={306} y={y} signs="●●●●" width={34} height={54} />
      ))}
    </>
  );
}

/** Where something is to be typed in. */
function EntryWindow() {
  return (
    <>
      <rect className="drawing-device" x="16" y="56" width="448" height="288" rx="20" />
      <path d="M16 112h448M44 84v.1m22 0v.1m22 0v.1" />
      <rect className="drawing-card-face" x="170" y="284" width="140" height="36" rx="18" />
    </>
  );
}

export function FourDigits() {
  return (
    <>
      <EntryWindow />
      <EntryBoxes x={240} y={196} signs="●●●●" width={64} height={96} gap={16} />
    </>
  );
}

/** Six are the fewest, sixteen the most. */
export function LettersAndDigits() {
  return (
    <>
      <EntryWindow />
      <EntryBoxes x={240} y={164} signs="A1A1A1__" width={40} height={54} gap={12} />
      <EntryBoxes x={240} y={238} signs="________" width={40} height={54} gap={12} />
    </>
  );
}

export function TwelveDigits() {
  return (
    <>
      <EntryWindow />
      <EntryBoxes x={240} y={196} signs="●●●● ●●●● ●●●●" width={24} height={48} gap={7} />
    </>
  );
}

export function FourteenDigits() {
  return (
    <>
      <EntryWindow />
      <EntryBoxes x={240} y={196} signs="●●●●●● ●●●● ●●●●" width={20} height={48} gap={7} />
    </>
  );
}

function Key({ x, y, sign }: { x: number; y: number; sign: string }) {
  return (
    <>
      <rect className="drawing-device" x={x - 70} y={y - 70} width="140" height="140" rx="22" />
      <path d={`M${x - 34} ${y + 52}h68`} />
      <Glyph x={x} y={y - 10} sign={sign} scale={3} />
    </>
  );
}

export function Capitals() {
  return (
    <>
      <Key x={126} y={130} sign="A" />
      <CheckSign x={126} y={300} />
      <Key x={354} y={130} sign="a" />
      <CrossSign x={354} y={300} />
    </>
  );
}

export function LookAlikes() {
  return (
    <>
      <Key x={120} y={104} sign="O" />
      <QuestionMark x={240} y={98} />
      <Key x={360} y={104} sign="0" />
      <Key x={120} y={296} sign="I" />
      <QuestionMark x={240} y={290} />
      <Key x={360} y={296} sign="1" />
    </>
  );
}

const one = '○△□◇';
const another = '□◇○△';

/** Each was typed in where the other belongs. */
export function WrongOne() {
  return (
    <>
      <EntryBoxes x={88} y={100} signs={one} height={60} />
      <EntryBoxes x={88} y={300} signs={another} height={60} />
      <rect className="drawing-device" x="306" y="48" width="166" height="104" rx="14" />
      <rect className="drawing-device" x="306" y="248" width="166" height="104" rx="14" />
      <EntryBoxes x={389} y={100} signs={another} />
      <EntryBoxes x={389} y={300} signs={one} />
      <SmallCross x={389} y={200} />
      <path className="drawing-arrow" d="m176 122 108 150m-30-6 30 6 6-30M176 278l108-150m-30 6 30-6 6 30" />
    </>
  );
}

/** What is typed into a phone to use it is another matter than what the card asks for. */
export function PhonesOwnPin() {
  return (
    <>
      <BigPhone x={116} />
      <Place x={116} y={160} scale={0.9}>
        <PadlockShape />
      </Place>
      <PinBoxes x={116} y={258} />
      <path className="drawing-check" d="M234 187h32m-32 30h32M239 240l22-76" />
      <Place x={376} y={142} scale={0.9}>
        <CardShape />
      </Place>
      <PinBoxes x={376} y={258} />
    </>
  );
}

export function SecurityCodeTyped() {
  return (
    <>
      <rect className="drawing-card-face" x="16" y="120" width="210" height="134" rx="13" />
      <rect className="drawing-card-detail" x="34" y="142" width="60" height="78" rx="4" />
      <circle cx="64" cy="170" r="13" />
      <path d="M42 220v-4c0-15 9-23 22-23s22 8 22 23v4M114 148h92M114 172h62" />
      <rect className="drawing-card-detail" x="124" y="200" width="80" height="34" rx="6" />
      <path className="drawing-dot" d="M140 217v.1m16 0v.1m16 0v.1m16 0v.1" />
      <rect className="drawing-accent" x="112" y="189" width="104" height="56" rx="28" />
      <Place x={386} y={206} scale={1.14}>
        <PhoneShape />
      </Place>
      <EntryBoxes x={386} y={217} signs="••••" width={24} />
      <path className="drawing-arrow" d="M234 217h56m-24-24 24 24-24 24" />
      <SmallCross x={262} y={148} />
    </>
  );
}
