/** Gives tests a real Redis of their own, or says once in words that there is none. */
import { missing, redisProgram, startRedis } from "../../tools/redis.mjs";

/** A broker that a test may kill; it ends with the process at the latest. Null where there is none. */
export const ownRedis = async (): Promise<Awaited<ReturnType<typeof startRedis>> | null> => {
  const program = redisProgram();
  if (program !== null) return startRedis(program);
  process.stderr.write(`${missing}\n`);
  return null;
};
