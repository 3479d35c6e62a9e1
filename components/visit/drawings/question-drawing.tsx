import type { ReactNode } from 'react';
import { CardPhoto, CardShape } from './card-shape';
import {
  HouseShape,
  LaptopShape,
  PersonShape,
  PhoneShape,
  Place,
  SealShape,
  SmallCalendarShape,
  SmallCardShape,
  StoreTerminalShape,
} from './shapes';

/** What a question is about. */
export type QuestionPicture =
  | 'card'
  | 'slip'
  | 'phone'
  | 'phone-card'
  | 'pc-reader'
  | 'pc'
  | 'borrow-phone'
  | 'certificate'
  | 'moving'
  | 'calendar'
  | 'store'
  | 'people'
  | 'stay-card'
  | 'errands';

const pictures: Readonly<Record<QuestionPicture, () => ReactNode>> = {
  card: CardWithSideNote,
  slip: SlipAndCard,
  phone: PhoneOverCard,
  'phone-card': CardInPhone,
  'pc-reader': LaptopAndReader,
  pc: Laptop,
  'borrow-phone': BorrowedPhone,
  certificate: CertificateAndItsEnd,
  moving: Moving,
  calendar: Calendar,
  store: StoreTerminalShape,
  people: People,
  'stay-card': TwoCardsWithDates,
  errands: Errands,
};

/** The picture of a question, in the frame of the card and the reader. */
export function QuestionDrawing({ name, label }: { name: QuestionPicture; label: string }) {
  const Picture = pictures[name];
  return (
    <svg className="drawing" viewBox="0 0 480 400" role="img" aria-label={label}>
      <Picture />
    </svg>
  );
}

/** 追記欄 is where the card says which kind it is. */
function CardWithSideNote() {
  return (
    <>
      <Place x={240} y={150} scale={2}>
        <rect className="drawing-card-face" x="-100" y="-63" width="200" height="126" rx="8" />
        <CardPhoto />
        <path d="M-6-38h84M-6-19h54" />
      </Place>
      <rect className="drawing-card-detail drawing-target" x="228" y="154" width="168" height="84" rx="8" />
      <path className="drawing-arrow" d="M312 380v-80m-28 28 28-28 28 28" />
    </>
  );
}

function SlipAndCard() {
  return (
    <>
      <rect className="drawing-paper" x="24" y="24" width="216" height="352" rx="10" />
      <path d="M52 58h108" />
      <path d="M52 104l8-5v26" />
      <path d="M49 171c0-9 15-9 15 0 0 6-15 11-15 18h15" />
      <path d="M49 234c5-5 14-3 14 3s-5 7-9 7c5 0 10 2 10 7 0 7-10 9-16 4" />
      <path d="M59 322v-26l-12 18h17" />
      <rect className="drawing-card-face" x="84" y="90" width="128" height="46" rx="6" />
      <rect className="drawing-card-face" x="84" y="155" width="128" height="46" rx="6" />
      <rect className="drawing-card-face" x="84" y="221" width="128" height="46" rx="6" />
      <rect className="drawing-card-face" x="84" y="286" width="128" height="46" rx="6" />
      <path
        className="drawing-dot"
        d="M103 113v.1m18 0v.1m18 0v.1m18 0v.1m18 0v.1m18 0v.1M103 178v.1m18 0v.1m18 0v.1m18 0v.1M103 244v.1m18 0v.1m18 0v.1m18 0v.1M103 309v.1m18 0v.1m18 0v.1m18 0v.1"
      />
      <Place x={364} y={200}>
        <CardShape />
      </Place>
    </>
  );
}

function PhoneOverCard() {
  return (
    <>
      <Place x={172} y={290} scale={1.4}>
        <CardShape />
      </Place>
      <g transform="translate(330 190) rotate(12)">
        <Place x={0} y={0} scale={1.15}>
          <PhoneShape />
        </Place>
        <path className="drawing-check" d="M-26-16a40 40 0 0 1 0 48M0-38a76 76 0 0 1 0 92M26-60a112 112 0 0 1 0 136" />
      </g>
    </>
  );
}

function CardInPhone() {
  return (
    <>
      <Place x={240} y={200} scale={1.3}>
        <PhoneShape />
      </Place>
      <Place x={240} y={146} scale={1.1}>
        <SmallCardShape />
      </Place>
      <path d="M201 226h78M217 255h46" />
      <path className="drawing-check" d="m216 311 17 17 32-32" />
    </>
  );
}

function LaptopAndReader() {
  return (
    <>
      <path d="M330 220h12c20 0 30 8 30 34" />
      <Place x={176} y={142} scale={0.9}>
        <LaptopShape>
          <path d="M-100-60h90M-100-30h140M-100 0h110" />
        </LaptopShape>
      </Place>
      <rect className="drawing-device" x="284" y="254" width="176" height="128" rx="20" />
      <path d="M284 362h176" />
      <Place x={372} y={308}>
        <SmallCardShape />
      </Place>
    </>
  );
}

function Laptop() {
  return (
    <Place x={240} y={200} scale={1.32}>
      <LaptopShape>
        <path d="M-126-64h252M-108-78v.1m16 0v.1m16 0v.1" />
        <path d="M-98-34h120M-98-8h170M-98 18h80" />
        <rect className="drawing-card-face" x="40" y="14" width="62" height="28" rx="6" />
      </LaptopShape>
    </Place>
  );
}

function BorrowedPhone() {
  return (
    <>
      <Place x={92} y={190} scale={1.15}>
        <PersonShape />
      </Place>
      <Place x={388} y={190} scale={1.15}>
        <PersonShape />
      </Place>
      <Place x={240} y={240} scale={0.75}>
        <PhoneShape />
      </Place>
      <path className="drawing-arrow" d="M196 72h88m-26-26 26 26-26 26" />
    </>
  );
}

function CertificateAndItsEnd() {
  return (
    <>
      <Place x={156} y={200} scale={1.3}>
        <CardShape />
      </Place>
      <Place x={388} y={110}>
        <SealShape />
      </Place>
      <Place x={388} y={300} scale={1.2}>
        <SmallCalendarShape />
      </Place>
    </>
  );
}

function Moving() {
  return (
    <>
      <Place x={104} y={360}>
        <HouseShape />
      </Place>
      <Place x={376} y={360}>
        <HouseShape />
      </Place>
      <Place x={240} y={108}>
        <CardShape />
      </Place>
      <path className="drawing-arrow" d="M206 306h68m-24-24 24 24-24 24" />
    </>
  );
}

function Calendar() {
  return (
    <>
      <rect className="drawing-device" x="70" y="56" width="340" height="316" rx="24" />
      <path className="drawing-card-face" d="M70 138V80c0-16 8-24 24-24h292c16 0 24 8 24 24v58z" />
      <path d="M154 34v46M326 34v46M204 108h72" />
      <path
        className="drawing-dot"
        d="M176 186h8m52 0h8m52 0h8m52 0h8M116 246h8m52 0h8m52 0h8m52 0h8m52 0h8M116 306h8m52 0h8m52 0h8"
      />
      <circle className="drawing-marked-day" cx="300" cy="306" r="26" />
    </>
  );
}

function People() {
  return (
    <>
      <Place x={76} y={136}>
        <PersonShape>
          <path d="M-36-6h6m60 0h6M-6-4c4-4 8-4 12 0" />
          <circle cx="-18" cy="-2" r="12" />
          <circle cx="18" cy="-2" r="12" />
        </PersonShape>
      </Place>
      <Place x={240} y={104} scale={1.25}>
        <PersonShape />
      </Place>
      <Place x={404} y={164} scale={0.8}>
        <PersonShape />
      </Place>
      <Place x={240} y={306} scale={0.85}>
        <CardShape />
      </Place>
    </>
  );
}

/** A residence card has its photo at the right; both cards end on the same day. */
function TwoCardsWithDates() {
  return (
    <>
      <Place x={142} y={110} scale={1.2}>
        <CardShape />
      </Place>
      <Place x={350} y={110}>
        <SmallCalendarShape />
      </Place>
      <Place x={338} y={296} scale={1.2}>
        <rect className="drawing-device" x="-100" y="-63" width="200" height="126" rx="12" />
        <path d="M-82-38h90M-82-12h66M-82 14h78M-82 38h40" />
        <g transform="translate(106)">
          <CardPhoto />
        </g>
      </Place>
      <Place x={130} y={296}>
        <SmallCalendarShape />
      </Place>
    </>
  );
}

function Errands() {
  return (
    <>
      <Place x={352} y={192}>
        <HouseShape />
      </Place>
      <rect className="drawing-paper" x="28" y="36" width="192" height="264" rx="10" />
      <path d="M56 78h86M56 118h136M56 152h136M56 186h96" />
      <path className="drawing-check" d="m138 250 18 18 34-34" />
      <rect className="drawing-paper" x="248" y="236" width="208" height="136" rx="10" />
      <path d="m252 242 100 76 100-76" />
    </>
  );
}
