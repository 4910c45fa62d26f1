/** Pictures to put right: a piece to be moved into its gap, or a disc to be turned upright. Both are moved by a slider. */
import { h } from './dom.js';

/** Fine enough to be right within the shop's tolerance, coarse enough for the arrow keys. */
const STEPS = 300;
const KINDS = {
  SLIDER: {
    task: 'Move the piece into its gap.',
    alternative: 'A picture with a gap, and a piece of it that the slider below moves from left to right.',
    label: 'Position of the piece',
    furthest: (background, piece) => background.naturalWidth - piece.naturalWidth,
    show: (piece, moved, width) => (piece.style.left = `${(100 * moved) / width}%`),
    text: (moved, width) => `${Math.round((100 * moved) / width)} percent from the left`,
  },
  ROTATE: {
    task: 'Turn the disc until the picture is whole.',
    alternative: 'A picture whose middle is a turned disc, which the slider below turns to the right.',
    label: 'Turn of the disc',
    furthest: (background) => background.naturalWidth,
    show: (piece, moved, width) => (piece.style.transform = `translateX(-50%) rotate(${(360 * moved) / width}deg)`),
    text: (moved, width) => `${Math.round((360 * moved) / width)} degrees`,
  },
};

/** The picture with its slider: {element, task, answer()}, once it can be seen. */
export async function pictureWidget({ kind, backgroundImage, templateImage }) {
  const { task, alternative, label, furthest, show, text } = KINDS[kind];
  const background = h('img', { src: backgroundImage, alt: alternative, draggable: 'false' });
  const piece = h('img', { src: templateImage, alt: '', class: `piece piece-${kind.toLowerCase()}`, draggable: 'false' });
  await Promise.all([background.decode(), piece.decode()]);
  const width = background.naturalWidth;
  piece.style.width = `${(100 * piece.naturalWidth) / width}%`;
  const slider = h('input', { type: 'range', min: 0, max: furthest(background, piece), value: 0, step: Math.max(1, Math.round(width / STEPS)), 'aria-label': label });
  const refresh = () => {
    show(piece, Number(slider.value), width);
    slider.setAttribute('aria-valuetext', text(Number(slider.value), width));
  };
  slider.addEventListener('input', refresh);
  refresh();
  const answer = () => ({ percentage: Number(slider.value) / width });
  return { element: h('div', { class: 'puzzle' }, h('div', { class: 'puzzle-picture' }, background, piece), slider), task, answer };
}
