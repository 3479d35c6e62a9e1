import { CardShape } from '../card-shape';
import { CheckSign, LaptopShape, PhoneShape, Place } from '../shapes';
import { BigPhone, BigPhoneBack, CodeShape, PinBoxes, Waves } from './phone-shapes';

export function LaptopWithReader() {
  return (
    <>
      <path d="M132 224h-20c-20 0-30 8-30 32" />
      <Place x={298} y={130}>
        <LaptopShape>
          <path d="M-100-60h90M-100-30h140M-100 0h110" />
        </LaptopShape>
      </Place>
      <rect className="drawing-device" x="20" y="256" width="192" height="128" rx="20" />
      <rect className="drawing-target" x="42" y="278" width="148" height="84" rx="12" />
      <Place x={376} y={320} scale={0.85}>
        <CardShape />
      </Place>
      <path className="drawing-arrow" d="M278 320h-52m22-22-22 22 22 22" />
    </>
  );
}

export function CodeOnLaptop() {
  return (
    <>
      <Place x={240} y={200} scale={1.32}>
        <LaptopShape />
      </Place>
      <CodeShape x={240} y={180} />
    </>
  );
}

export function CodeReadByPhone() {
  return (
    <>
      <Place x={180} y={140}>
        <LaptopShape />
      </Place>
      <CodeShape x={130} y={125} />
      <Place x={376} y={216} scale={1.15}>
        <PhoneShape />
      </Place>
      <path className="drawing-arrow" d="M200 125h66m-24-24 24 24-24 24" />
      <CodeShape x={376} y={224} />
      <path
        className="drawing-accent"
        d="M314 184v-14c0-6 2-8 8-8h14M416 162h14c6 0 8 2 8 8v14M438 264v14c0 6-2 8-8 8h-14M336 286h-14c-6 0-8-2-8-8v-14"
      />
    </>
  );
}

export function PinOnPhone() {
  return (
    <>
      <BigPhone />
      <PinBoxes x={240} y={108} />
      <path d="M192 158h96" />
      {[194, 240, 286].map((y) =>
        [192, 240, 288].map((x) => <circle key={`${x} ${y}`} className="drawing-device" cx={x} cy={y} r="16" />),
      )}
      <circle className="drawing-device" cx="240" cy="332" r="16" />
    </>
  );
}

export function CardAtPhone() {
  return (
    <>
      <BigPhoneBack x={240} />
      <Place x={240} y={210} scale={1.15}>
        <CardShape />
      </Place>
      <Waves x={378} y={210} />
      <Waves x={102} y={210} turn={180} />
    </>
  );
}

export function LaptopIsIn() {
  return (
    <>
      <Place x={240} y={200} scale={1.32}>
        <LaptopShape />
      </Place>
      <CheckSign x={240} y={150} />
      <path d="M150 232h180" />
    </>
  );
}
