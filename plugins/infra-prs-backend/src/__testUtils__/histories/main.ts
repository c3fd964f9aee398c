import { runHistories } from './runHistories';

const [count, seed] = process.argv.slice(2).map(Number);

runHistories(count, seed, {
  progress: done => {
    if (done % 100 === 0) process.send?.({ done });
  },
}).then(
  result => process.send?.({ result }, () => process.exit(0)),
  error => {
    process.stderr.write(`${error?.stack ?? error}\n`);
    process.exit(1);
  },
);
