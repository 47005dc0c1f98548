import { html, type Markup } from '../html/html.ts';
import type { Page } from '../page/page.ts';
import type { FlowGraph } from './flow-graph.ts';
import { type FlowLayout, layOutFlow, nodeHeight, type PlacedNode } from './lay-out-flow.ts';

/** The picture of a flow: a drawing with links that scrolls by itself where the page is narrow. */
export function drawFlow(page: Page, graph: FlowGraph, name: string): Markup {
  const layout = layOutFlow(graph);
  const { width, height } = layout;
  return html`<div class="flow" tabindex="0" role="region" aria-label="${name}">
<svg class="flow-picture" data-flow viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group">
${layout.titles.map(({ text, x, y, kind }) => html`<text class="flow-${kind}-title" x="${x}" y="${y}">${text}</text>`)}
${layout.edges.map(({ from, to, line }) => html`<path class="flow-edge" data-from="${from}" data-to="${to}" d="${line}"/>${head(line)}`)}
${layout.nodes.map((node) => drawNode(page, node))}
</svg>
</div>`;
}

function head(line: FlowLayout['edges'][number]['line']): Markup {
  const [x, y] = line.split(' ').slice(-2);
  return html`<path class="flow-head" d="M${x} ${Number(y) - 4}l6 4l-6 4z"/>`;
}

function drawNode(page: Page, node: PlacedNode): Markup {
  const { id, kind, label, text, description, path, x, y, width, faded } = node;
  const drawn = html`<title>${description === label ? label : description}</title><rect x="${x}" y="${y}" width="${width}" height="${nodeHeight}" rx="${kind === 'app' ? nodeHeight / 2 : 6}"/><text x="${x + 14}" y="${y + nodeHeight / 2 + 4}">${text}</text>`;
  const classes = `flow-node flow-${kind}${faded ? ' flow-faded' : ''}`;
  return path
    ? html`<a class="${classes}" data-node="${id}" href="${page.href(path)}" aria-label="${text === label ? description : `${text}, in full ${description}`}">${drawn}</a>`
    : html`<g class="${classes}" data-node="${id}">${drawn}</g>`;
}
