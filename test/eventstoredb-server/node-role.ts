/** Which part a node plays in its cluster, and what it says of the others. A server alone is the leader of itself. */
import { randomUUID } from 'node:crypto';
import type { handleUnaryCall, Metadata } from '@grpc/grpc-js';
import { ClusterInfo, EndPoint, MemberInfo } from '@eventstore/db-client/generated/gossip_pb';
import type { Empty } from '@eventstore/db-client/generated/shared_pb';
import { type Failure, notLeader, notReady, uuid } from './messages';

export type NodeState = 'leader' | 'follower' | 'electing';

export interface Member {
  readonly port: number;
  readonly state: NodeState;
  readonly isAlive: boolean;
}

const STATES = {
  leader: MemberInfo.VNodeState.LEADER,
  follower: MemberInfo.VNodeState.FOLLOWER,
  electing: MemberInfo.VNodeState.UNKNOWN,
} as const;

export class NodeRole {
  state: NodeState = 'leader';
  /** Of the whole cluster, as this node knows it: what it knows may be old. */
  members: readonly Member[] = [];

  /** What a node answers to a question for the leader; null when it is. Followers pass on what is not for the leader. */
  refusal(metadata: Metadata): Failure | null {
    if (this.state === 'leader') return null;
    if (this.state === 'electing') return notReady();
    const leader = this.members.find(({ state }) => state === 'leader');
    return metadata.get('requires-leader').includes('true')
      ? notLeader({ host: '127.0.0.1', port: leader?.port ?? 0 })
      : null;
  }

  readonly read: handleUnaryCall<Empty, ClusterInfo> = (_, answer) =>
    answer(
      null,
      new ClusterInfo().setMembersList(
        this.members.map(({ port, state, isAlive }) =>
          new MemberInfo()
            .setInstanceId(uuid(randomUUID()))
            .setTimeStamp(`${Date.now()}`)
            .setState(STATES[state])
            .setIsAlive(isAlive)
            .setHttpEndPoint(new EndPoint().setAddress('127.0.0.1').setPort(port)),
        ),
      ),
    );
}
