import { CardShape } from '../card-shape';
import { PinBoxes, QuestionMark } from '../phone/phone-shapes';
import { CheckSign, PersonShape, Place } from '../shapes';
import { EntryBoxes, Glyph } from './entry-boxes';
import { OpenEnvelope, PencilShape, SmallSlipShape } from './pin-shapes';

const digits = ['1', '2', '3', '4'];

/** The slip alone, 264 × 360, its middle at the origin. */
function SlipShape() {
  return (
    <g>
      <rect className="drawing-paper" x="-132" y="-180" width="264" height="360" rx="12" />
      <path d="M-102-144H48" />
      {digits.map((digit, row) => (
        <g key={digit} transform={`translate(0 ${70 * row - 80})`}>
          <circle cx="-88" r="21" />
          <Glyph x={-88} y={0} sign={digit} />
          <rect className="drawing-card-face" x="-48" y="-27" width="152" height="54" rx="6" />
          <path
            className="drawing-dot"
            d={row === 0 ? 'M-26 0v.1m22 0v.1m22 0v.1m22 0v.1m22 0v.1m22 0v.1' : 'M-26 0v.1m22 0v.1m22 0v.1m22 0v.1'}
          />
        </g>
      ))}
    </g>
  );
}

/** A form that an office made itself, as a table, its middle at 346, 200. */
function TableShape() {
  return (
    <>
      <rect className="drawing-paper" x="228" y="44" width="236" height="312" rx="12" />
      <path className="drawing-card-face" d="M228 104V56c0-8 4-12 12-12h212c8 0 12 4 12 12v48z" />
      <path d="M312 76h120M228 188h236M228 272h236M346 104v252" />
      <path
        className="drawing-dot"
        d="M372 146v.1m22 0v.1m22 0v.1m22 0v.1M372 230v.1m22 0v.1m22 0v.1m22 0v.1M372 314v.1m22 0v.1m22 0v.1m22 0v.1"
      />
    </>
  );
}

/** Behind the common form, one that an office made itself. */
export function Slip() {
  return (
    <>
      <TableShape />
      <CommonSlipAt x={152} />
    </>
  );
}

function CommonSlipAt({ x }: { x: number }) {
  return (
    <Place x={x} y={200}>
      <SlipShape />
    </Place>
  );
}

export function CommonSlip() {
  return <CommonSlipAt x={240} />;
}

export function TableSlip() {
  return (
    <g transform="translate(-106 0)">
      <TableShape />
    </g>
  );
}

export function SlipInEnvelope() {
  return (
    <>
      <OpenEnvelope x={138} y={264}>
        <Place x={0} y={-110} scale={1.1}>
          <SmallSlipShape />
        </Place>
      </OpenEnvelope>
      <CardInSleeve x={366} y={250} />
    </>
  );
}

/** The card, half out of its sleeve. */
function CardInSleeve({ x, y }: { x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <Place x={0} y={-62} scale={0.9}>
        <CardShape />
      </Place>
      <path
        className="drawing-device"
        d="M-104-24h70c0 20 14 30 34 30s34-10 34-30h70V98c0 8-4 12-12 12H-92c-8 0-12-4-12-12z"
      />
    </g>
  );
}

/** A person, and room for what they think, 236 × 168 around 344, 112. */
function Thinking() {
  return (
    <>
      <Place x={106} y={186} scale={1.35}>
        <PersonShape />
      </Place>
      <circle className="drawing-device" cx="176" cy="146" r="9" />
      <circle className="drawing-device" cx="204" cy="128" r="14" />
      <ellipse className="drawing-device" cx="344" cy="112" rx="118" ry="92" />
    </>
  );
}

export function Forgotten() {
  return (
    <>
      <Thinking />
      <QuestionMark x={344} y={102} />
      <EntryBoxes x={344} y={308} signs="____" width={40} height={60} gap={14} />
    </>
  );
}

export function Known() {
  return (
    <>
      <Thinking />
      <PinBoxes x={344} y={112} />
      <CheckSign x={344} y={308} />
    </>
  );
}

export function NewPinWell() {
  return (
    <>
      <Place x={152} y={200}>
        <SlipShape />
      </Place>
      <g transform="translate(218 260) rotate(42)">
        <PencilShape />
      </g>
      <CheckSign x={404} y={324} />
    </>
  );
}
