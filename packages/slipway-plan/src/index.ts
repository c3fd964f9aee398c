import { main } from './main';

main(process.argv.slice(2), process.env, {
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
}).then(code => {
  process.exitCode = code;
});
