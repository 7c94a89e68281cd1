/** Where the bands of a flow diagram run: pure geometry, computed on the server. */
import { sankey, sankeyJustify, sankeyLinkHorizontal } from 'd3-sankey';

/** So many went from here through there to where they are. */
export interface FlowPath {
  readonly steps: readonly string[];
  readonly count: number;
}

export interface FlowNode {
  readonly step: number;
  readonly code: string;
  readonly count: number;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

export interface FlowBand {
  readonly from: string;
  readonly to: string;
  /** Index of the step it leaves. */
  readonly step: number;
  readonly count: number;
  readonly d: string;
  readonly width: number;
}

export interface FlowGeometry {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly FlowNode[];
  readonly bands: readonly FlowBand[];
}

interface Node {
  key: string;
  step: number;
  code: string;
}
interface Link {
  source: string;
  target: string;
  value: number;
}

const keyOf = (step: number, code: string): string => `${step} ${code}`;

/** @param margin room left and right for the names of the first and of the last step, in the unit of `width`. */
export function flowGeometry(paths: readonly FlowPath[], width: number, margin: number): FlowGeometry {
  const nodes = new Map<string, Node>();
  const links = new Map<string, Link>();
  for (const { steps, count } of paths) {
    if (count <= 0) continue;
    steps.forEach((code, step) => {
      nodes.set(keyOf(step, code), { key: keyOf(step, code), step, code });
      const after = steps[step + 1];
      if (after === undefined) return;
      const [source, target] = [keyOf(step, code), keyOf(step + 1, after)];
      const id = `${source} → ${target}`;
      links.set(id, { source, target, value: (links.get(id)?.value ?? 0) + count });
    });
  }
  if (links.size === 0) return { width, height: 0, nodes: [], bands: [] };
  const columns = [...nodes.values()].reduce<number[]>((rows, { step }) => {
    rows[step] = (rows[step] ?? 0) + 1;
    return rows;
  }, []);
  const height = Math.max(220, Math.max(...columns) * 42 + 40);
  const layout = sankey<Node, Link>()
    .nodeId(({ key }) => key)
    .nodeAlign(sankeyJustify)
    .nodeWidth(8)
    .nodePadding(20)
    .extent([
      [margin, 34],
      [width - margin, height - 12],
    ]);
  const graph = layout({ nodes: [...nodes.values()], links: [...links.values()] });
  const path = sankeyLinkHorizontal<Node, Link>();
  return {
    width,
    height,
    nodes: graph.nodes.map(({ step, code, value, x0, x1, y0, y1 }) => ({
      step,
      code,
      count: value!,
      x0: x0!,
      x1: x1!,
      y0: y0!,
      y1: y1!,
    })),
    bands: graph.links.map((link) => {
      const [source, target] = [link.source as Node, link.target as Node];
      return {
        from: source.code,
        to: target.code,
        step: source.step,
        count: link.value,
        d: path(link)!.replace(/\d+\.\d{2,}/g, (number) => Number(number).toFixed(1)),
        width: Math.max(1, link.width!),
      };
    }),
  };
}
