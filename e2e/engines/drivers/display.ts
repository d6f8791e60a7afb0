/**
 * A screen that nobody sees (Xvfb), with a mouse that is moved as a real one is: by the XTEST
 * extension of the X protocol. A browser on it drags and drops like on any desk, which no WebDriver
 * makes it do by synthetic events.
 */
import { spawn } from 'node:child_process';
import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { onPath } from '../../../scripts/browsers/search';
import { running, type Running } from './process';

/** Request codes of the X protocol, and events that XTEST fakes. */
const X = {
  getGeometry: 14,
  queryTree: 15,
  setInputFocus: 42,
  queryExtension: 98,
  /** Of XTEST. */
  fakeInput: 2,
  buttonPress: 4,
  buttonRelease: 5,
  motion: 6,
} as const;

/** Wide enough for every size that the journeys ask for, with a browser's bars around the page. */
const SCREEN = '1680x1400x24';

/** One connection to an X server: requests out, replies in the order they were asked for. */
class Connection {
  private received = Buffer.alloc(0);
  private readonly waiting: ((reply: Buffer) => void)[] = [];
  root = 0;

  private constructor(private readonly socket: Socket) {}

  static async open(display: string): Promise<Connection> {
    const socket = connect(`/tmp/.X11-unix/X${display.slice(1)}`);
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    const connection = new Connection(socket);
    const setup = connection.reply((bytes) =>
      bytes.length >= 8 ? 8 + 4 * bytes.readUInt16LE(6) : null,
    );
    // Little endian, version 11.0, no authorisation: the server takes local connections only.
    socket.write(Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
    const answer = await setup;
    const vendor = answer.readUInt16LE(24);
    const formats = answer[29];
    connection.root = answer.readUInt32LE(40 + Math.ceil(vendor / 4) * 4 + 8 * formats);
    return connection;
  }

  private sizeOf: (bytes: Buffer) => number | null = () => null;

  /** The next message from the server, complete as soon as `sizeOf` says so. */
  private reply(sizeOf: (bytes: Buffer) => number | null): Promise<Buffer> {
    this.sizeOf = sizeOf;
    if (this.socket.listenerCount('data') === 0) {
      this.socket.on('data', (chunk: Buffer) => this.take(chunk));
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private take(chunk: Buffer): void {
    this.received = Buffer.concat([this.received, chunk]);
    for (;;) {
      const size = this.sizeOf(this.received);
      if (size === null || this.received.length < size) return;
      const message = this.received.subarray(0, size);
      this.received = this.received.subarray(size);
      // 1 is a reply (as is the setup's success); errors and events are nobody's answer.
      if (message[0] === 1) this.waiting.shift()?.(message);
    }
  }

  send(request: Buffer): void {
    this.socket.write(request);
  }

  ask(request: Buffer): Promise<Buffer> {
    const answer = this.reply((bytes) => {
      if (bytes.length < 32) return null;
      return bytes[0] === 1 ? 32 + 4 * bytes.readUInt32LE(4) : 32;
    });
    this.send(request);
    return answer;
  }

  /** A request about one window. */
  askAbout(code: number, window: number): Promise<Buffer> {
    const request = Buffer.alloc(8);
    request.writeUInt8(code, 0);
    request.writeUInt16LE(2, 2);
    request.writeUInt32LE(window, 4);
    return this.ask(request);
  }

  close(): void {
    this.socket.destroy();
  }
}

/** The number of XTEST among the server's requests. */
async function testExtension(connection: Connection): Promise<number> {
  const request = Buffer.alloc(16);
  request.writeUInt8(X.queryExtension, 0);
  request.writeUInt16LE(4, 2);
  request.writeUInt16LE(5, 4);
  request.write('XTEST', 8, 'latin1');
  const reply = await connection.ask(request);
  if (reply[8] !== 1) throw new Error('The X server has no XTEST extension.');
  return reply[9];
}

export class Display {
  private constructor(
    /** As in the environment variable `DISPLAY`. */
    readonly name: string,
    private readonly server: Running,
    private readonly connection: Connection,
    private readonly xtest: number,
  ) {}

  /** Starts a screen of its own; `close` ends it. */
  static async open(): Promise<Display> {
    const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const server = running(child);
    const number = child.stdio[3] as Readable;
    const name = await Promise.race([
      new Promise<string>((resolve) => number.once('data', (text) => resolve(`:${String(text).trim()}`))), // prettier-ignore
      server.ended.then(() => Promise.reject(new Error('Xvfb did not start'))),
    ]);
    const connection = await Connection.open(name);
    return new Display(name, server, connection, await testExtension(connection));
  }

  private fake(event: number, detail: number, x: number, y: number): void {
    const request = Buffer.alloc(36);
    request.writeUInt8(this.xtest, 0);
    request.writeUInt8(X.fakeInput, 1);
    request.writeUInt16LE(9, 2);
    request.writeUInt8(event, 4);
    request.writeUInt8(detail, 5);
    request.writeUInt32LE(event === X.motion ? this.connection.root : 0, 12);
    request.writeInt16LE(x, 24);
    request.writeInt16LE(y, 26);
    this.connection.send(request);
  }

  /** Moves the mouse to a pixel of the screen. */
  move(x: number, y: number): void {
    this.fake(X.motion, 0, Math.round(x), Math.round(y));
  }

  press(): void {
    this.fake(X.buttonPress, 1, 0, 0);
  }

  release(): void {
    this.fake(X.buttonRelease, 1, 0, 0);
  }

  /** Gives the keyboard to the largest window, as a window manager would; none runs here. */
  async focusWindow(): Promise<void> {
    const tree = await this.connection.askAbout(X.queryTree, this.connection.root);
    let largest = { window: this.connection.root, area: 0 };
    for (let k = 0; k < tree.readUInt16LE(16); k++) {
      const window = tree.readUInt32LE(32 + 4 * k);
      const geometry = await this.connection.askAbout(X.getGeometry, window);
      const area = geometry.readUInt16LE(16) * geometry.readUInt16LE(18);
      if (area > largest.area) largest = { window, area };
    }
    const request = Buffer.alloc(12);
    request.writeUInt8(X.setInputFocus, 0);
    request.writeUInt8(1, 1);
    request.writeUInt16LE(3, 2);
    request.writeUInt32LE(largest.window, 4);
    this.connection.send(request);
  }

  async close(): Promise<void> {
    this.connection.close();
    await this.server.end();
  }
}

/** Whether this system has Xvfb. */
export const hasDisplay = (): boolean => onPath('Xvfb') !== null;
