"""What cloud-init itself makes of user data, for many texts in one process: JSON on stdin and stdout.

schema   {name: text}           -> {name: null when it is valid, else why not}
parts    {name: text}           -> {name: [[type, file name, content in base64]]}
version  {}                     -> {"package": the version of Debian's package}
merged   {name: [text]}         -> {name: what cloud-config parts come to when they are merged}
"""
import base64
import contextlib
import io
import json
import os
import subprocess
import sys
import tempfile

from cloudinit import mergers, util
from cloudinit.config.schema import SchemaType, SchemaValidationError, get_schema, validate_cloudconfig_file
from cloudinit.handlers.cloud_config import CloudConfigPartHandler
from cloudinit.helpers import Paths
from cloudinit.user_data import UserDataProcessor


def paths(folder):
    return Paths({'cloud_dir': folder, 'run_dir': folder, 'templates_dir': folder})


def schema(texts, folder):
    known = get_schema(SchemaType.CLOUD_CONFIG)
    return {name: refusal(text, known, os.path.join(folder, 'user-data')) for name, text in texts.items()}


def refusal(text, known, path):
    """What `cloud-init schema --config-file` says, by the function it calls."""
    with open(path, 'w', newline='', encoding='utf-8') as file:
        file.write(text)
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            validate_cloudconfig_file(path, known)
        except (SchemaValidationError, RuntimeError) as error:
            return str(error)
    return None


def parts(texts, folder):
    return {name: parts_of(text, folder) for name, text in texts.items()}


def parts_of(text, folder):
    message = UserDataProcessor(paths(folder)).process(text)
    leaves = [part for part in message.walk() if not part.is_multipart()]
    return [[part.get_content_type(), part.get_filename(), content(part)] for part in leaves]


def content(part):
    payload = util.fully_decoded_payload(part) or b''
    return base64.b64encode(payload.encode('utf-8', 'surrogateescape') if isinstance(payload, str) else payload).decode()


def merged(lists, folder):
    return {name: merged_of(texts, folder) for name, texts in lists.items()}


def merged_of(texts, folder):
    handler = CloudConfigPartHandler(paths(folder))
    handler.handle_part(None, '__begin__', None, None, None, None)
    for index, text in enumerate(texts):
        handler.handle_part(None, 'text/cloud-config', 'part-%d' % index, text, None, {})
    return {key: value for key, value in handler.cloud_buf.items() if not key.startswith('merge_')}


def version(_texts, _folder):
    query = ['dpkg-query', '-W', '-f', '${Version}', 'cloud-init']
    return {'package': subprocess.run(query, check=True, capture_output=True, text=True).stdout}


QUESTIONS = {'schema': schema, 'parts': parts, 'merged': merged, 'version': version}
with tempfile.TemporaryDirectory() as scratch:
    print(json.dumps(QUESTIONS[sys.argv[1]](json.load(sys.stdin), scratch)))
