import { BigPhone, CodeShape } from '../phone/phone-shapes';
import { CheckSign, LaptopShape, PersonShape, PhoneShape, Place } from '../shapes';
import { LoginButton, PointingHand, ScreenPointer, SmallCheck } from './practice-shapes';

export function PhoneSite() {
  return (
    <>
      <BigPhone />
      <rect className="drawing-card-face" x="178" y="74" width="124" height="44" rx="8" />
      <path d="M180 144h120M180 170h78M180 292h90M180 316h120" />
      <LoginButton x={240} y={230} />
      <PointingHand x={274} y={238} turn={-24} />
    </>
  );
}

export function LaptopSite() {
  return (
    <>
      <Place x={240} y={200} scale={1.32}>
        <LaptopShape>
          <path d="M-126-64h252M-108-78v.1m16 0v.1m16 0v.1" />
        </LaptopShape>
      </Place>
      <rect className="drawing-card-face" x="98" y="138" width="108" height="118" rx="8" />
      <path d="M232 146h148M232 170h96" />
      <LoginButton x={308} y={218} />
      <ScreenPointer x={342} y={226} />
    </>
  );
}

export function LaptopCode() {
  return (
    <>
      <Place x={240} y={200} scale={1.32}>
        <LaptopShape />
      </Place>
      <Place x={240} y={180} scale={1.55}>
        <CodeShape x={0} y={0} />
      </Place>
    </>
  );
}

export function PhoneIsIn() {
  return (
    <>
      <BigPhone />
      <path d="M192 344h96" />
      <Place x={240} y={112} scale={0.75}>
        <PersonShape />
      </Place>
      <CheckSign x={240} y={274} />
    </>
  );
}

export function LaptopIsIn() {
  return (
    <>
      <Place x={204} y={168} scale={1.18}>
        <LaptopShape>
          <path d="M-126-64h252M-108-78v.1m16 0v.1m16 0v.1" />
        </LaptopShape>
      </Place>
      <Place x={142} y={138} scale={0.62}>
        <PersonShape />
      </Place>
      <CheckSign x={256} y={162} />
      <Place x={400} y={268} scale={0.8}>
        <PhoneShape />
      </Place>
      <SmallCheck x={400} y={274} />
    </>
  );
}
