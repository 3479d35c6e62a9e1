import { fillsPanel, type Panel, reachOn, rootPixels } from '@/lib/kiosk/panel';

/**
 * Gives everything on this screen the size that its panel asks for, and says which part of it everybody reaches. Nothing on it
 * scrolls from then on: its long pages are turned. A window that is smaller than the panel is left alone. Returns what undoes
 * it.
 */
export const fitToPanel = (panel: Panel): (() => void) => {
  const { style, dataset } = document.documentElement;
  const apply = (): void => {
    const { innerWidth: width, innerHeight: height, devicePixelRatio } = window;
    const isPanel = fillsPanel(panel, { width, height }, devicePixelRatio);
    const { from, to } = reachOn(panel, devicePixelRatio);
    const pixels = { 'panel-root': rootPixels(panel, devicePixelRatio), 'reach-from': from, 'reach-to': to };
    for (const [name, value] of Object.entries(pixels)) style.setProperty(`--${name}`, isPanel ? `${value}px` : null);
    if (isPanel) dataset.panel = '';
    else delete dataset.panel;
  };
  apply();
  window.addEventListener('resize', apply);
  return () => {
    window.removeEventListener('resize', apply);
    delete dataset.panel;
  };
};
