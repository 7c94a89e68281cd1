/** A flow drawn on the server as SVG, with the same figures as a table below it. */
import { formatNumber } from '../format/numbers';
import type { Frame } from '../page/frame';
import { ScrollBox } from '../components/scroll-box';
import type { Tone } from '../components/badge';
import { flowGeometry, type FlowNode, type FlowPath } from './flow-geometry';

export interface FlowStep {
  readonly name: string;
  readonly words: (code: string) => string;
  readonly tone?: (code: string) => Tone;
}

const WIDTH = 960;
const MARGIN = 190;
const LONGEST_NAME = 30;

const shortened = (words: string): string =>
  words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME - 1).trimEnd()}…` : words;

export function FlowDiagram({
  frame,
  id,
  steps,
  paths,
}: {
  frame: Frame;
  id: string;
  steps: readonly FlowStep[];
  paths: readonly FlowPath[];
}) {
  const { t, language } = frame;
  const { width, height, nodes, bands } = flowGeometry(paths, WIDTH, MARGIN);
  const total = paths.reduce((sum, { count }) => sum + count, 0);
  const last = steps.length - 1;
  const nameAt = ({ step, x0, x1, y0, y1 }: FlowNode) => ({
    x: step === 0 ? x0 - 8 : x1 + 8,
    y: (y0 + y1) / 2,
    anchor: step === 0 ? 'end' : 'start',
  });
  return (
    <figure class="stack">
      <ScrollBox label={t.home.diagram}>
        <svg class="flow" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title`}>
          <title id={`${id}-title`}>{t.home.flowDescription(total)}</title>
          {steps.map(({ name }, step) => (
            <text
              class="head"
              y="16"
              x={step === 0 ? MARGIN : step === last ? width - MARGIN : width / 2}
              text-anchor={step === 0 ? 'end' : step === last ? 'start' : 'middle'}
            >
              {name}
            </text>
          ))}
          {bands.map(({ d, width: thick, to, step }) => (
            <path
              class={`band band--${steps[step + 1]!.tone?.(to) ?? 'quiet'}`}
              d={d}
              stroke-width={thick.toFixed(1)}
            />
          ))}
          {nodes.map(({ x0, y0, x1, y1 }) => (
            <rect
              class="node"
              x={x0.toFixed(1)}
              y={y0.toFixed(1)}
              width={(x1 - x0).toFixed(1)}
              height={Math.max(1.5, y1 - y0).toFixed(1)}
            />
          ))}
          {nodes.map((node) => {
            const { x, y, anchor } = nameAt(node);
            return (
              <text x={x.toFixed(1)} y={y.toFixed(1)} dy="0.35em" text-anchor={anchor}>
                {shortened(steps[node.step]!.words(node.code))} · {formatNumber(node.count, language)}
              </text>
            );
          })}
        </svg>
      </ScrollBox>
      <details>
        <summary>{t.home.flowTable}</summary>
        <ScrollBox label={t.home.flowTable}>
          <table>
            <caption class="hidden">{t.home.flowTable}</caption>
            <thead>
              <tr>
                {steps.map(({ name }) => (
                  <th scope="col">{name}</th>
                ))}
                <th scope="col" class="amount">
                  {t.home.number}
                </th>
              </tr>
            </thead>
            <tbody>
              {[...paths]
                .sort((a, b) => b.count - a.count)
                .map(({ steps: codes, count }) => (
                  <tr>
                    {codes.map((code, step) =>
                      step === 0 ? (
                        <th scope="row">{steps[step]!.words(code)}</th>
                      ) : (
                        <td>{steps[step]!.words(code)}</td>
                      ),
                    )}
                    <td class="amount">{formatNumber(count, language)}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </ScrollBox>
      </details>
    </figure>
  );
}
