# The server as an image: built in one stage, run in another that holds dist/ and Node, as nobody in particular.
#   docker build -t clinic-chat .                                   (a demonstration: --build-arg OPTIONS=--demo)
#   docker run --read-only --cap-drop ALL --security-opt no-new-privileges -p 127.0.0.1:8787:8787 clinic-chat
# The project's own checks do not build it: they run without a container registry. What it runs, dist/ alone, they do run.
FROM node:24-slim AS build
WORKDIR /source
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
ARG OPTIONS=""
RUN npm run build -- ${OPTIONS}

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8787
WORKDIR /app
# Owned by root and only read: what answers visitors cannot be changed from inside.
COPY --from=build --chown=root:root /source/dist ./
USER node
EXPOSE 8787
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Not by npm, which would not pass on the signal to stop.
CMD ["node", "--min-semi-space-size=16", "--max-semi-space-size=16", "server.js"]
