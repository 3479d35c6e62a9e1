import * as v from 'valibot';
import { papers } from '../kiosk/machine.ts';

const panelSchema = v.strictObject({
  diagonal: v.number(),
  width: v.number(),
  height: v.number(),
  lowerEdge: v.number(),
});

/** What a page is told about the server it comes from: `GET /api/place`. */
export const placeSchema = v.strictObject({
  /** Whose screen it is: the visitor's own, or one that many visitors share. */
  surface: v.picklist(['home', 'kiosk']),
  /** Origin of the pages that visitors of this kiosk can open at home. */
  homeAddress: v.nullable(v.pipe(v.string(), v.url())),
  /** Origin of the keeper of this kiosk's browser (lib/kiosk/keeper); without one a visit is erased by the page alone. */
  keeper: v.nullable(v.pipe(v.string(), v.url())),
  /** What the kiosk's printer prints on; `null`: it has none, or it is no kiosk. */
  paper: v.nullable(v.picklist(papers)),
  /** The screen of this kiosk; `null` at home, where the browser knows. */
  panel: v.nullable(panelSchema),
});
export type Place = v.InferOutput<typeof placeSchema>;
export type Surface = Place['surface'];

/** A page that no kiosk claims is at somebody's home. */
export const atHome: Place = { surface: 'home', homeAddress: null, keeper: null, paper: null, panel: null };
