/** How far those who follow the log have read it: durable, so that after a restart each goes on where it stopped. */
export abstract class FollowerPositions {
  /** Size up to which `name` has read; 0 when it never did. */
  abstract read(name: string): Promise<number>;
  abstract save(name: string, size: number): Promise<void>;
}
