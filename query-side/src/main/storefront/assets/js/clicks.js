/** A picture in which some things are to be clicked in order; by keyboard, the arrow keys move a cross and Enter clicks. */
import { h } from './dom.js';

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const STEP = 0.02;
const SMALL_STEP = 0.005;

/** The picture: {element, task, answer()}, once it can be seen. */
export async function clickWidget({ backgroundImage, templateImage }) {
  const background = h('img', { src: backgroundImage, alt: '', draggable: 'false' });
  const wanted = h('img', { src: templateImage, alt: 'The signs to click, in this order', class: 'wanted' });
  await Promise.all([background.decode(), wanted.decode()]);
  const { naturalWidth: width, naturalHeight: height } = background;
  const clicks = [];
  const cross = h('span', { class: 'cross', 'aria-hidden': 'true' });
  const marks = h('div', { class: 'marks', 'aria-hidden': 'true' });
  const spoken = h('p', { class: 'visually-hidden', role: 'status' });
  const at = { x: 0.5, y: 0.5 };
  const board = h('div', {
    class: 'puzzle-picture board', tabindex: 0, role: 'application', 'aria-roledescription': 'picture',
    'aria-label': 'A picture with signs. Arrow keys move a cross, with Shift in small steps; Enter clicks; Backspace takes the last click back.',
  }, background, marks, cross);
  const place = (element, { x, y }) => Object.assign(element.style, { left: `${100 * x}%`, top: `${100 * y}%` });
  const redraw = () => {
    marks.replaceChildren(...clicks.map((click, index) => {
      const mark = h('span', { class: 'mark' }, String(index + 1));
      place(mark, click);
      return mark;
    }));
    spoken.textContent = `${clicks.length} clicked`;
    undo.disabled = clicks.length === 0;
  };
  const click = ({ x, y }) => (clicks.push({ x, y }), redraw());
  const undo = h('button', { type: 'button', class: 'link', onclick: () => (clicks.pop(), redraw()) }, 'Take the last click back');
  board.addEventListener('click', (event) => {
    const box = board.getBoundingClientRect();
    click(Object.assign(at, { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height }));
    place(cross, at);
  });
  board.addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    if (step) {
      const by = event.shiftKey ? SMALL_STEP : STEP;
      at.x = Math.min(1, Math.max(0, at.x + by * step[0]));
      at.y = Math.min(1, Math.max(0, at.y + by * step[1] * (width / height)));
      place(cross, at);
    } else if (event.key === 'Enter' || event.key === ' ') click(at);
    else if (event.key === 'Backspace') (clicks.pop(), redraw());
    else return;
    event.preventDefault();
  });
  place(cross, at);
  redraw();
  const answer = () => ({ points: clicks });
  return { element: h('div', { class: 'puzzle' }, wanted, board, undo, spoken), task: 'Click these in the picture, in this order.', answer };
}
