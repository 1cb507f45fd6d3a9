# The API and the command `kg`. Runs as nobody in particular, on a read-only file system: only /data and /tmp are written.
FROM python:3.11-slim-bookworm AS build
WORKDIR /build
COPY requirements.lock ./
RUN python -m venv /opt/kg && /opt/kg/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY ontology ontology
COPY languages languages
COPY kg kg
COPY loaders loaders
COPY api api
COPY cli cli
# what the build needs is in the lock file, so nothing is fetched that has no hash
RUN /opt/kg/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim-bookworm
RUN groupadd --gid 10001 kg && useradd --uid 10001 --gid kg --no-create-home --home-dir /data kg \
    && install --directory --owner=kg --group=kg --mode=0700 /data
COPY --from=build /opt/kg /opt/kg
ENV PATH=/opt/kg/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 HOME=/data KG_DATA=/data
USER 10001:10001
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=10s --start-period=20s CMD \
    ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/health/ready', timeout=5)"]
CMD ["kg", "serve", "--host", "0.0.0.0", "--port", "8000"]
