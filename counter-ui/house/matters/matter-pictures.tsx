/** L3: what each material looks like: a picture of a sample, uploaded by the administrator. */
import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { Matter } from '../../../schema/catalogue/catalogue.ts';
import { type Material, materialText, picturePath } from '../../../schema/catalogue/material.ts';
import { useApp } from '../../app-context.ts';
import { base64Of } from './files/pictures.ts';
import { SurePicture, type WantedPicture } from './sure-picture.tsx';

export function MatterPictures({ matter }: { matter: Matter }) {
  const { say } = useApp();
  if (matter.materials.length === 0) return null;
  return (
    <div className="aliases">
      <fieldset className="ticks pictures">
        <legend>{say('materialPictures')}</legend>
        {matter.materials.map((one) => (
          <MaterialPicture key={one.id} matter={matter} material={one} />
        ))}
      </fieldset>
      <p className="soft">{say('materialPicturesLead')}</p>
    </div>
  );
}

function MaterialPicture({ matter, material }: { matter: Matter; material: Material }) {
  const { say, language } = useApp();
  const chooser = useRef<HTMLInputElement>(null);
  const [wanted, setWanted] = useState<WantedPicture | null>(null);
  const { id, picture } = material;

  return (
    <div className="picture-row" data-testid={`picture-${id}`}>
      {picture ? <img src={picturePath(picture)} alt={say('materialSample')} /> : <span className="no-picture" />}
      <span>{materialText(material, language)}</span>
      <Button size="small" onClick={() => chooser.current?.click()}>
        {say(picture ? 'pictureOther' : 'pictureAdd')}
      </Button>
      {picture && (
        <Button
          size="small"
          danger
          data-testid={`picture-remove-${id}`}
          onClick={() => setWanted({ matter, material, bytes: null, type: '' })}
        >
          {say('remove')}
        </Button>
      )}
      <input
        ref={chooser}
        type="file"
        accept="image/png,image/jpeg"
        hidden
        data-testid={`picture-file-${id}`}
        onChange={async (event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (!file) return;
          const bytes = base64Of(new Uint8Array(await file.arrayBuffer()));
          setWanted({ matter, material, bytes, type: file.type });
        }}
      />
      {wanted && <SurePicture wanted={wanted} leave={() => setWanted(null)} />}
    </div>
  );
}
