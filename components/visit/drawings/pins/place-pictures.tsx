import type { ReactNode } from 'react';
import { CardShape } from '../card-shape';
import { BigPhone, QuestionMark } from '../phone/phone-shapes';
import { PersonShape, Place } from '../shapes';
import { SmallSlipShape } from './pin-shapes';

/** A case that opens like a book: the card in one pocket, the folded slip in the other. */
export function CardCase() {
  return (
    <>
      <rect className="drawing-card-face" x="20" y="104" width="440" height="272" rx="16" />
      <Place x={350} y={114}>
        <SmallSlipShape />
      </Place>
      <Place x={130} y={138} scale={0.92}>
        <CardShape />
      </Place>
      <path className="drawing-device" d="M20 182h440v178c0 10-6 16-16 16H36c-10 0-16-6-16-16z" />
      <path d="M240 104v272" />
    </>
  );
}

/** A folder with papers, the slip among them. */
export function Papers() {
  return (
    <>
      <path className="drawing-card-face" d="M52 250V120c0-10 6-16 16-16h96l28 32h220c10 0 16 6 16 16v98z" />
      <rect className="drawing-paper" x="84" y="72" width="150" height="220" rx="8" />
      <path d="M108 100h90M108 126h60" />
      <Place x={300} y={122} scale={1.15}>
        <SmallSlipShape />
      </Place>
      <path
        className="drawing-device"
        d="M24 206c-2-10 4-16 14-16h404c10 0 16 6 14 16l-30 152c-2 10-8 14-16 14H70c-8 0-14-4-16-14z"
      />
      <path d="M190 282h100" />
    </>
  );
}

export function Booklets() {
  return (
    <>
      <Place x={240} y={108}>
        <SmallSlipShape />
      </Place>
      <Booklet x={92}>
        <circle cy="-26" r="32" />
        <path d="M-32-26h64M0-58c-18 18-18 46 0 64 18-18 18-46 0-64M-30 52h60" />
      </Booklet>
      <Booklet x={388}>
        <path d="M-36-70h72M-36-46h44" />
        <circle cy="22" r="22" />
        <path d="M-26 90v-6c0-18 10-28 26-28s26 10 26 28v6" />
      </Booklet>
      <Booklet x={240}>
        <path d="M-36-66h72M-44-26h88M-44 4h88M-44 34h88M-44 64h88M8-26v90" />
      </Booklet>
    </>
  );
}

function Booklet({ x, children }: { x: number; children: ReactNode }) {
  return (
    <g transform={`translate(${x} 270)`}>
      <rect className="drawing-device" x="-70" y="-106" width="140" height="212" rx="12" />
      {children}
    </g>
  );
}

/** With a window for the address, and the card of paper that came in it. */
export function NoticeEnvelope() {
  return (
    <>
      <path className="drawing-card-face" d="m40 190 30-40h340l30 40z" />
      <rect className="drawing-device" x="64" y="78" width="176" height="180" rx="8" />
      <path d="M88 106h92M88 132h116M88 158h70" />
      <Place x={330} y={122} scale={1.15}>
        <SmallSlipShape />
      </Place>
      <path className="drawing-device" d="M40 190h400v166c0 10-6 16-16 16H56c-10 0-16-6-16-16z" />
      <rect className="drawing-screen" x="76" y="232" width="190" height="96" rx="12" />
      <path d="M100 260h120M100 282h140M100 304h70" />
    </>
  );
}

/** One of the pictures in the phone is of the slip. */
export function Photo() {
  return (
    <>
      <BigPhone />
      {[110, 352].map((y) => (
        <g key={y} transform={`translate(240 ${y})`}>
          <path className="drawing-card-face" d="M-70-30H-4V-4h-66zM4-30h66V-4H4z" />
        </g>
      ))}
      <rect className="drawing-card-face" x="130" y="112" width="220" height="206" rx="12" />
      <Place x={240} y={215}>
        <SmallSlipShape />
      </Place>
    </>
  );
}

/** One asks, the other may have put it away. */
export function Family() {
  return (
    <>
      <path
        className="drawing-device"
        d="M20 36c0-10 6-16 16-16h96c10 0 16 6 16 16v104c0 10-6 16-16 16h-18l-12 30-20-30H36c-10 0-16-6-16-16z"
      />
      <QuestionMark x={84} y={84} />
      <Place x={102} y={246}>
        <PersonShape />
      </Place>
      <Place x={388} y={218} scale={1.2}>
        <PersonShape />
      </Place>
      <Place x={240} y={297}>
        <SmallSlipShape />
      </Place>
    </>
  );
}
