'use client';

import { type CSSProperties, type PointerEvent, useEffect, useRef, useState } from 'react';
import { type HoldDevice, HoldDrawing, type HoldPose, type HoldSign } from '../drawings/practice/hold-drawing';

/** A finger that rests on the card for so long means to hold it, not to move it. */
const restMs = 250;
/** In units of the drawing. Less is a finger that trembles. */
const trembles = 12;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the device notices the card, in units of the drawing. */
const fields: Readonly<Record<HoldDevice, { readonly x: number; readonly y: number; readonly reach: number }>> = {
  phone: { x: 288, y: 150, reach: 90 },
  reader: { x: 240, y: 250, reach: 80 },
};

interface HoldSceneProps {
  device: HoldDevice;
  pose: HoldPose;
  sign: HoldSign;
  share: number;
  label: string;
  /** A finger or a mouse moves the card here. `sticky`: it stays where it was put, so that the finger is free to type. */
  touch: 'none' | 'held' | 'sticky';
  isThere: boolean;
  onPut: () => void;
  onTake: () => void;
}

/** The card and what reads it. The card is dragged there, or it comes when one presses and goes when one lets go. */
export function HoldScene({ device, pose, sign, share, label, touch, isThere, onPut, onTake }: HoldSceneProps) {
  const frame = useRef<HTMLDivElement>(null);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pressed = useRef<{ readonly from: Point; readonly isOnCard: boolean; isDown: boolean } | null>(null);
  const [dragged, setDragged] = useState<Point | null>(null);
  useEffect(() => () => clearTimeout(rest.current), []);

  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const matrix = frame.current?.querySelector('svg')?.getScreenCTM()?.inverse();
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix ?? undefined);
    return { x, y };
  };

  const put = (): void => {
    if (pressed.current !== null) pressed.current.isDown = true;
    onPut();
  };
  const take = (): void => {
    if (pressed.current !== null) pressed.current.isDown = false;
    onTake();
  };

  const press = (event: PointerEvent): void => {
    if (touch === 'none' || event.button !== 0 || pressed.current !== null) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const isOnCard = event.target instanceof Element && event.target.closest('.hold-card') !== null;
    pressed.current = { from: pointOf(event), isOnCard, isDown: isThere };
    if (isThere) return;
    if (isOnCard) rest.current = setTimeout(put, restMs);
    else put();
  };

  const move = (event: PointerEvent): void => {
    const { current } = pressed;
    if (current === null || !current.isOnCard) return;
    const point = pointOf(event);
    const isTrembling = Math.hypot(point.x - current.from.x, point.y - current.from.y) < trembles;
    if (dragged === null && isTrembling) return;
    clearTimeout(rest.current);
    setDragged(point);
    const field = fields[device];
    const isOver = Math.hypot(point.x - field.x, point.y - field.y) < field.reach;
    if (isOver && !current.isDown) put();
    if (!isOver && current.isDown) take();
  };

  const release = (): void => {
    const { current } = pressed;
    clearTimeout(rest.current);
    setDragged(null);
    if (current === null) return;
    const isTap = dragged === null && current.isOnCard && !current.isDown;
    if (touch === 'sticky') {
      if (isTap) put();
    } else if (current.isDown) {
      take();
    }
    pressed.current = null;
  };

  const place: (CSSProperties & Record<'--card-x' | '--card-y', number>) | undefined =
    dragged === null ? undefined : { '--card-x': dragged.x, '--card-y': dragged.y };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a short cut for fingers; the button beside it does the same
    <div
      ref={frame}
      className="hold-scene picture-screen-picture"
      data-touch={touch}
      data-dragged={dragged !== null || undefined}
      style={place}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={release}
      onContextMenu={(event) => event.preventDefault()}
    >
      <HoldDrawing device={device} pose={pose} sign={sign} share={share} label={label} />
    </div>
  );
}
