"""The application of this process's settings, for any ASGI server: `uvicorn api.asgi:app`."""

from api.app import create_app
from kg.settings import settings

app = create_app(settings=settings())
