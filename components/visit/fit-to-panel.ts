import { fillsPanel, lowBand, mostScale, type Panel, rootPixels } from '@/lib/kiosk/panel';

/** What is hardly larger is no choice. */
const leastChoice = 1.1;

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
    const most = mostScale(panel, { width, height }, devicePixelRatio);
    const properties = {
      'panel-root': `${rootPixels(panel, devicePixelRatio)}px`,
      'most-scale': `${most}`,
      'reach-to': `${lowBand(panel, devicePixelRatio)}px`,
    };
    for (const [name, value] of Object.entries(properties)) style.setProperty(`--${name}`, isPanel ? value : null);
    if (isPanel) dataset.panel = most < leastChoice ? 'small' : '';
    else delete dataset.panel;
  };
  apply();
  window.addEventListener('resize', apply);
  return () => {
    window.removeEventListener('resize', apply);
    delete dataset.panel;
  };
};
