"""Everything that can go wrong, as errors that say what was wrong and what to do about it."""

from __future__ import annotations


class KgError(Exception):
    """The root of the package's errors.

    `message` says what was wrong, with the value; `hint` what to do, where there is something to do.
    """

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}" if self.hint else self.message


class SettingsError(KgError):
    """A setting that does not hold together."""


class StoreError(KgError):
    """The store cannot do what was asked."""


class StoreUnavailableError(StoreError):
    """No engine answers where the store should be: wrong URI, or not running."""


class StoreAuthenticationError(StoreError):
    """The engine refuses the user or the password."""


class StoreLockedError(StoreError):
    """Another process holds the data folder and cannot be reached."""


class StoreFolderError(StoreError):
    """The data folder cannot be used: read-only, full, not a folder."""


class StoreCorruptError(StoreError):
    """The engine cannot open what is in the data folder."""


class StoreVersionError(StoreError):
    """The store was written by a newer version of the ontology, or by an engine that this one cannot read."""


class UnknownDocumentError(StoreError):
    """No document has that id."""


class QueryError(KgError):
    """A query that cannot be answered."""


class ParameterError(QueryError):
    """A filter or option of a query that does not fit.

    `parameter` is its name, `value` what was given, `suggestions` what would be right.
    """

    def __init__(
        self, parameter: str, value: object, message: str, *, hint: str | None = None, suggestions: tuple[str, ...] = ()
    ) -> None:
        super().__init__(message, hint=hint)
        self.parameter = parameter
        self.value = value
        self.suggestions = suggestions


class UnknownParameterError(ParameterError):
    """A parameter that the subject of the query does not have."""


class UnknownNameError(ParameterError):
    """A name that no programme, place, hospital ... of the vocabularies bears."""


class QuerySyntaxError(QueryError):
    """A query that does not parse; the message holds the place."""


class ReadOnlyError(QueryError):
    """A query that would change something, reach a file or the network, or ask for the server's own affairs."""


class QueryTimeoutError(QueryError):
    """A query that ran longer than it may."""


class QueryMemoryError(QueryError):
    """A query that needed more memory than it may."""


class MediaTypeError(QueryError):
    """The answer cannot be given in any format that was asked for."""


class ReviewError(KgError):
    """A decision that does not fit what it decides on."""


class DocumentError(KgError):
    """A document that cannot be read."""


class UnreadableFileError(DocumentError):
    """The file is not there, is not a file, or may not be opened."""


class UnknownFormatError(DocumentError):
    """No reader for this kind of file, or the reader's optional dependency is not installed."""


class BinaryFileError(DocumentError):
    """A file of another kind under the name of a text, or one that its reader cannot open."""


class UnknownEncodingError(DocumentError):
    """The bytes are no text in any encoding that documents come in."""


class EmptyDocumentError(DocumentError):
    """Nothing in it that could be read: no letters."""


class UnknownLanguageError(DocumentError):
    """The text is in neither Chinese nor English."""


class UnwritableFileError(KgError):
    """A file that the answer should go to cannot be written."""


class GoldError(KgError):
    """A gold standard that cannot be used."""


class EmptyStoreError(StoreError):
    """Nothing was ever loaded there."""
