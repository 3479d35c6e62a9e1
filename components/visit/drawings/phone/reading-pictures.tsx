import { CheckSign, CrossSign, PersonShape, PhoneBackShape, PhoneShape, Place, SmallCardShape } from '../shapes';
import { BigPhone, Clock, PhoneOnCard, QuestionMark } from './phone-shapes';

const waves = 'M-26-16a40 40 0 0 1 0 48M0-38a76 76 0 0 1 0 92M26-60a112 112 0 0 1 0 136';

export function ReadBefore() {
  return (
    <>
      <PhoneOnCard>
        <path className="drawing-check" d="m-30 4 22 22 42-44" />
      </PhoneOnCard>
      <Clock x={116} y={104} />
      <path
        className="drawing-arrow"
        transform="translate(116 104)"
        d="M-61.2-60.3-63.6-33.8-37-33.5M-63.6-33.8a72 72 0 1 1 1.2 69.8"
      />
    </>
  );
}

export function HeldStill() {
  return (
    <>
      <PhoneOnCard>
        <path className="drawing-check" d={waves} />
      </PhoneOnCard>
      <Clock x={112} y={98} />
      <path className="drawing-arrow" d="M112 20a78 78 0 1 1-78 78" />
    </>
  );
}

export function ReadsIt() {
  return (
    <>
      <PhoneOnCard>
        <path className="drawing-check" d={waves} />
      </PhoneOnCard>
      <CheckSign x={120} y={104} />
    </>
  );
}

export function CannotReadIt() {
  return (
    <>
      <PhoneOnCard />
      <CrossSign x={120} y={104} />
    </>
  );
}

/** A shell and what was in it. */
export function OutOfCase() {
  return (
    <>
      <rect className="drawing-card-face" x="24" y="28" width="196" height="344" rx="38" />
      <rect className="drawing-screen" x="38" y="42" width="168" height="316" rx="26" />
      <rect className="drawing-card-face" x="58" y="62" width="50" height="82" rx="25" />
      <Place x={366} y={200} scale={1.1}>
        <PhoneBackShape />
      </Place>
      <path className="drawing-arrow" d="M152 220h104m-28-28 28 28-28 28" />
    </>
  );
}

/** A case that opens like a book; the other card comes out of its pocket. */
export function OtherCardOut() {
  return (
    <>
      <rect className="drawing-card-face" x="36" y="96" width="204" height="288" rx="16" />
      <rect className="drawing-card-face" x="240" y="96" width="204" height="288" rx="16" />
      <Place x={342} y={240} scale={0.9}>
        <PhoneShape />
      </Place>
      <rect className="drawing-device" x="60" y="30" width="156" height="150" rx="10" />
      <path d="M60 54h156M60 80h156M80 106h56" />
      <path className="drawing-card-face" d="M36 148h204v220c0 10-6 16-16 16H52c-10 0-16-6-16-16zM36 226h204" />
      <path className="drawing-arrow" d="M270 78V22m-26 26 26-26 26 26" />
    </>
  );
}

/** A desk of metal, with its gleam and its drawers, and a table of wood, with its grain. */
export function NotOnMetal() {
  return (
    <>
      <Table x={122} />
      <path d="m38 250 24-56m-10 72 18-42m92 54 8-14m10 14 8-14M30 306v78h184v-78M130 306v78M130 344h84M158 325h28M158 364h28" />
      <PhoneLyingOnCard x={134} />
      <CrossSign x={122} y={66} />
      <Table x={358} />
      <path d="M262 306v78h20v-78M434 306v78h20v-78M302 162h112M284 204h20M274 238h20M272 272h172" />
      <PhoneLyingOnCard x={370} />
      <CheckSign x={358} y={66} />
    </>
  );
}

function Table({ x }: { x: number }) {
  return (
    <g transform={`translate(${x} 0)`}>
      <path className="drawing-device" d="M-72 146H72l34 140h-212z" />
      <path className="drawing-device" d="M-106 286h212v20h-212z" />
    </g>
  );
}

function PhoneLyingOnCard({ x }: { x: number }) {
  return (
    <g transform={`translate(${x} 0)`}>
      <path className="drawing-card-face" d="M-50 198h92l8 54h-110z" />
      <path className="drawing-device" d="M-4 178h52l15 80H-2z" />
      <path className="drawing-screen" d="M6 190h33l10 54H8z" />
    </g>
  );
}

export function CablesOff() {
  return (
    <>
      <Place x={240} y={136} scale={0.85}>
        <PhoneShape />
      </Place>
      <path d="M190 352v8c0 14-8 22-22 22H87c-14 0-22-8-22-22v-38M50 250v-24m30 24v-24" />
      <rect className="drawing-device" x="30" y="250" width="70" height="72" rx="10" />
      <path className="drawing-device" d="M182 298h16v20h-16zM176 318h28v34h-28z" />
      <path d="M290 352v8c0 14 8 22 22 22h56c14 0 22-8 22-22v-56c0-30-34-30-34-62M390 304c0-30 34-30 34-62" />
      <path className="drawing-device" d="M290 298v20m-12 0h24v34h-24z" />
      <circle className="drawing-device" cx="356" cy="224" r="20" />
      <circle className="drawing-device" cx="424" cy="224" r="20" />
      <path className="drawing-arrow" d="M240 280v62m-24-24 24 24 24-24" />
    </>
  );
}

/** Windows of other apps, one behind the other, and the sign that puts them away. */
export function OtherAppsClosed() {
  return (
    <>
      <BigPhone />
      <rect className="drawing-card-face" x="192" y="84" width="96" height="120" rx="12" />
      <rect className="drawing-paper" x="182" y="126" width="116" height="130" rx="12" />
      <rect className="drawing-device" x="172" y="172" width="136" height="150" rx="12" />
      <path d="M172 204h136M196 236h88M196 264h88M196 292h52" />
      <CrossSign x={330} y={150} />
    </>
  );
}

export function Outage() {
  return (
    <>
      <Place x={92} y={200}>
        <PhoneShape />
      </Place>
      <path d="M56 148h72M56 184h72M56 220h44" />
      <rect className="drawing-device" x="332" y="56" width="132" height="288" rx="12" />
      <path d="M332 152h132M332 248h132" />
      <path className="drawing-dot" d="M358 104v.1M358 200v.1M358 296v.1" />
      <path d="M388 104h50M388 200h50M388 296h50" />
      <path className="drawing-target" d="M174 200h154" />
      <CrossSign x={250} y={200} />
    </>
  );
}

/** One has the card, the other lends a phone. */
export function SomeonesPhone() {
  return (
    <>
      <Place x={104} y={64} scale={1.1}>
        <PersonShape />
      </Place>
      <Place x={376} y={64} scale={1.1}>
        <PersonShape />
      </Place>
      <Place x={104} y={312} scale={1.2}>
        <SmallCardShape />
      </Place>
      <Place x={376} y={312} scale={0.5}>
        <PhoneShape />
      </Place>
      <path className="drawing-arrow" d="M312 312H206m28-28-28 28 28 28" />
    </>
  );
}

/** A list that is not over. */
export function NotInTheList() {
  return (
    <>
      <path className="drawing-paper" d="M92 346V40c0-10 6-16 16-16h264c10 0 16 6 16 16v306" />
      <path className="drawing-device" d="M128 54h24v40h-24zM128 118h24v40h-24z" />
      <path d="M180 74h164M180 138h120" />
      <rect className="drawing-target" x="120" y="184" width="240" height="140" rx="14" />
      <QuestionMark x={240} y={252} />
      <path className="drawing-dot" d="M92 366v.1M92 386v.1M388 366v.1M388 386v.1" />
    </>
  );
}
